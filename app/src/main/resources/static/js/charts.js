// Draws the tables that are marked for it. A chart shows nothing its table does not say.
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const number = new Intl.NumberFormat(document.documentElement.lang === "en" ? "en" : "vi-VN", { maximumFractionDigits: 2 });
const drawn = new Map();

function read(box) {
  const rows = [...document.getElementById(box.dataset.table).querySelectorAll("tbody tr")].reverse();
  const column = name => rows.map(row => (name in row.dataset ? Number(row.dataset[name]) : null));
  return {
    names: rows.map(row => row.querySelector("th").textContent.trim()),
    texts: rows.map(row => row.querySelector("td").textContent.trim()),
    asked: rows.map(row => "asked" in row.dataset),
    part: rows.map(row => row.dataset.part),
    now: column("now"), due: column("due"), then: column("then"),
    marks: [...box.parentElement.querySelectorAll("[data-mark]")].map((mark, at) => ({ at: Number(mark.dataset.mark), number: at + 1 })),
  };
}

function series(box, data) {
  const dark = css("color-scheme") === "dark";
  const red = dark ? "#e0697a" : css("--gb-red");
  const line = { type: "line", connectNulls: false, emphasis: { disabled: true } };
  const now = box.dataset.kind === "bar"
    ? { type: "bar", barMaxWidth: 26, itemStyle: { color: css("--gb-gold-fill"), borderRadius: [3, 3, 0, 0] },
        data: data.now.map((value, at) => ({ value, itemStyle: { ...(data.asked[at] && { color: red }), ...(data.part[at] && { opacity: 0.5 }) } })) }
    : { ...line, symbol: "circle", symbolSize: 7, lineStyle: { color: red, width: 2.5 }, itemStyle: { color: red },
        data: data.now.map((value, at) => (data.part[at] ? { value, symbol: "emptyCircle", symbolSize: 9 } : value)) };
  const all = [{ ...now, name: box.dataset.now, markLine: marks(data) }];
  if (data.then.some(value => value !== null)) {
    all.push({ ...line, name: box.dataset.then, symbol: "emptyCircle", symbolSize: 5, data: data.then,
      lineStyle: { color: css("--gb-blue-ink"), width: 1.5 }, itemStyle: { color: css("--gb-blue-ink") } });
  }
  if (data.due.some(value => value !== null)) {
    all.push({ ...line, name: box.dataset.due, symbol: "none", step: false, data: data.due,
      lineStyle: { color: css("--gb-ink"), width: 1.5, type: "dashed" }, itemStyle: { color: css("--gb-ink") } });
  }
  return all;
}

function marks(data) {
  if (!data.marks.length) return undefined;
  return {
    symbol: "none", silent: true, animation: false,
    lineStyle: { color: css("--gb-muted"), type: "solid", width: 1.5 },
    label: { color: css("--gb-ink"), fontWeight: 600, formatter: mark => mark.name },
    data: data.marks.map(mark => ({ xAxis: mark.at, name: String(mark.number) })),
  };
}

function options(box, data, titled) {
  const axis = { axisLine: { lineStyle: { color: css("--gb-line") } }, axisTick: { show: false } };
  return {
    animation: false,
    textStyle: { fontFamily: "Be Vietnam Pro, sans-serif", color: css("--gb-ink") },
    title: titled ? { text: box.dataset.title, subtext: box.dataset.subtitle, left: 16, top: 12, textStyle: { color: css("--gb-ink"), fontSize: 18 }, subtextStyle: { color: css("--gb-muted"), fontSize: 13 } } : undefined,
    legend: { [titled ? "bottom" : "top"]: titled ? 8 : 0, left: titled ? "center" : 0, textStyle: { color: css("--gb-ink") }, itemWidth: 18, icon: undefined },
    grid: { left: 8, right: 16, top: titled ? 92 : 48, bottom: titled ? 44 : 4, containLabel: true },
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true, backgroundColor: css("--gb-card"), borderColor: css("--gb-line"),
      textStyle: { color: css("--gb-ink"), fontSize: 13 }, axisPointer: { type: "shadow", shadowStyle: { color: css("--gb-ink"), opacity: 0.05 } },
      formatter: parts => [data.names[parts[0].dataIndex], ...parts.map(part =>
        `${part.seriesName}: ${part.seriesIndex === 0 ? data.texts[part.dataIndex] + (data.part[part.dataIndex] ? ` (${data.part[part.dataIndex]})` : "") : part.value == null ? "–" : number.format(part.value)}`)].join("\n"),
    },
    xAxis: { type: "category", data: data.names, ...axis, axisLabel: { color: css("--gb-muted"), hideOverlap: true, formatter: short } },
    yAxis: { type: "value", scale: box.dataset.kind === "line", splitLine: { lineStyle: { color: css("--gb-line-soft") } }, axisLabel: { color: css("--gb-muted"), formatter: value => number.format(value) } },
    series: series(box, data),
  };
}

const short = name => name.replace(/^(tháng|quý|năm) /, "").replace(/^(\d+) tháng đầu năm (\d+)$/, "$1T/$2").replace(/^first (\d+) months? of (\d+)$/, "$1M $2").replace(/^the year /, "").replace(/^(\w{3})\w* (\d{4})$/, "$1 $2");

function draw(box) {
  box.hidden = false;
  const chart = drawn.get(box) ?? window.echarts.init(box, null, { renderer: "canvas" });
  drawn.set(box, chart);
  chart.setOption(options(box, read(box), false), true);
}

function picture(box) {
  const sheet = document.createElement("div");
  const chart = window.echarts.init(sheet, null, { width: 1200, height: 640, devicePixelRatio: 2 });
  chart.setOption(options(box, read(box), true));
  const link = document.createElement("a");
  link.download = `${box.dataset.file}.png`;
  link.href = chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: css("--gb-card") });
  link.click();
  chart.dispose();
}

document.fonts.ready.then(() => {
  if (!window.echarts) return;
  const boxes = [...document.querySelectorAll("[data-chart]")];
  const again = () => boxes.forEach(draw);
  again();
  new ResizeObserver(() => drawn.forEach(chart => chart.resize())).observe(document.getElementById("main"));
  new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme", "data-contrast", "data-size"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  for (const button of document.querySelectorAll("[data-picture]")) {
    button.hidden = false;
    button.addEventListener("click", () => picture(document.getElementById(button.dataset.picture)));
  }
});
