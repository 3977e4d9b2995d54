-- Figures that an issued paper prints, by their place in the register of printed figures.
create table consolidation.paper_figure (
    printed_id uuid primary key,
    title      text not null check (title ~ '\S' and length(title) <= 500),
    href       text not null check (href ~ '^/' and length(href) <= 300)
);
select scale.local('consolidation.paper_figure');
create index paper_figure_href on consolidation.paper_figure (href);
revoke update, delete on consolidation.paper_figure from giaoban_app;
