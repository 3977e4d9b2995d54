#!/usr/bin/env python3
"""Makes css/open-base.css and fonts/tabler-icons-open.woff2: what public pages use of Tabler, its icons and the typeface.

    python3 tools/public-sheet.py            from the repository's root, after a build has fetched the webjars

Needs fonttools and brotli (pip install fonttools brotli, or python3-fonttools and python3-brotli). Which icons go in stands in
public-icons.txt beside this file; PublicSheetTest says when a public page uses one that is missing there.
"""
import glob
import gzip
import os
import re
import subprocess
import sys
import tempfile
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STATIC = ROOT + '/app/src/main/resources/static/'
ROOMS = ['portal', 'platform', 'readers', 'disclosure', 'pictures']
ELEMENTS = set('''html body a abbr address article aside b blockquote br button caption cite code col colgroup dd del details dfn
    div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr i img input ins kbd label legend li main
    mark nav ol optgroup option output p picture pre progress q s samp section select small span strong sub summary sup svg table
    tbody td textarea tfoot th thead time tr u ul video audio iframe root'''.split())
# Beginnings of Tabler's classes that stand in our markup, and whole names whose rules are ours or not wanted.
FAMILIES = ('btn', 'form-', 'table-', 'card', 'badge', 'alert', 'input-', 'row', 'col', 'text-', 'list-', 'mb-', 'mt-')
ALWAYS = set('''btn btn-primary btn-sm btn-link btn-ghost form-control form-select form-label form-check form-check-input
    form-check-label input-group input-icon table table-sm badge card alert visually-hidden is-invalid is-valid form-hint
    form-text container row col'''.split())


def webjar(name, version, path):
    found = glob.glob(os.path.expanduser(f'~/.m2/repository/org/webjars/npm/{name}/{version}/{name}-{version}.jar'))
    if not found:
        sys.exit(f'{name} {version} is not in the local repository; build once')
    return zipfile.ZipFile(found[0]).read(f'META-INF/resources/webjars/{name}/{version}/dist/{path}')


def text_of(pattern):
    return '\n'.join(open(each, encoding='utf-8').read() for each in sorted(glob.glob(pattern)))


def words_on_pages():
    return '\n'.join(text_of(f'{ROOT}/app/src/main/jte/{room}/*.jte') for room in ROOMS)


def icons():
    """The sheet of the icons; writes the typeface with their drawings alone."""
    sheet = webjar('tabler__icons-webfont', '3.35.0', 'tabler-icons.min.css').decode()
    codes = dict(re.findall(r'\.ti-([a-z0-9-]+):before\{content:"\\([0-9a-f]+)"\}', sheet))
    names = open(os.path.dirname(os.path.abspath(__file__)) + '/public-icons.txt').read().split()
    unknown = [name for name in names if name not in codes]
    if unknown:
        sys.exit('Tabler has no icon ' + ', '.join(unknown))
    with tempfile.NamedTemporaryFile(suffix='.woff2') as whole:
        whole.write(webjar('tabler__icons-webfont', '3.35.0', 'fonts/tabler-icons.woff2'))
        whole.flush()
        subprocess.run([sys.executable, '-m', 'fontTools.subset', whole.name, '--flavor=woff2',
                        '--unicodes=' + ','.join('U+' + codes[name] for name in names),
                        '--output-file=' + STATIC + 'fonts/tabler-icons-open.woff2'], check=True)
    rules = ''.join('.ti-%s:before{content:"\\%s"}' % (name, codes[name]) for name in names)
    return ('/* Tabler Icons 3.35.0 (MIT): the icons of public pages. */\n'
            '@font-face{font-family:"tabler-icons";font-style:normal;font-weight:400;font-display:block;'
            'src:url(../fonts/tabler-icons-open.woff2) format("woff2")}\n'
            + re.search(r'\.ti\{[^}]*\}', sheet).group(0) + '\n' + rules + '\n')


def typeface():
    """Two weights do for four, and a page that is drawn already does not move for them."""
    faces = re.findall(r'@font-face\{[^}]*\}', open(STATIC + 'css/fonts.css', encoding='utf-8').read())
    rules = ''
    for face in faces:
        for weight, stretch in (('400', '400 500'), ('600', '600 700')):
            if 'font-weight:' + weight in face:
                rules += face.replace('font-weight:' + weight, 'font-weight:' + stretch).replace(
                    'font-display:swap', 'font-display:optional') + '\n'
    return '/* Be Vietnam Pro, SIL Open Font License 1.1 (fonts/OFL.txt), in two weights. */\n' + rules


def blocks(sheet):
    """Selector and body of each rule; at-rules without a body are left out."""
    at = 0
    while at < len(sheet):
        opened, ended = sheet.find('{', at), sheet.find(';', at)
        if opened < 0:
            return
        if sheet[at] == '@' and 0 <= ended < opened:
            at = ended + 1
            continue
        depth, end = 1, opened + 1
        while depth:
            if sheet[end] in '"\'':
                quote, end = sheet[end], end + 1
                while sheet[end] != quote:
                    end += 2 if sheet[end] == '\\' else 1
            else:
                depth += {'{': 1, '}': -1}.get(sheet[end], 0)
            end += 1
        yield sheet[at:opened].strip(), sheet[opened + 1:end - 1]
        at = end


def selectors(listed):
    depth, one, found = 0, '', []
    for letter in listed:
        depth += {'(': 1, '[': 1, ')': -1, ']': -1}.get(letter, 0)
        if letter == ',' and depth == 0:
            found, one = found + [one], ''
        else:
            one += letter
    return found + [one]


def wanted(selector, classes):
    named = re.findall(r'\.(-?[A-Za-z_][\w-]*)', re.sub(r':is\(|:where\(', '(', selector))
    if any(name not in classes for name in named) or re.search(r'#[a-z]', selector):
        return False
    if re.search(r'data-bs-theme-|data-bs-popper|dir=rtl', selector):
        return False
    bare = re.sub(r'\[[^\]]*\]|::?[a-z-]+(\([^)]*\))?|\.[\w-]+|#[\w-]+', '', selector)
    return all(element in ELEMENTS for element in re.findall(r'[A-Za-z][\w-]*', bare))


def purged(sheet, classes):
    kept = []
    for head, body in blocks(sheet):
        if head.startswith(('@media', '@supports')):
            inner = '' if 'print' in head else purged(body, classes)
            if inner:
                kept.append(head + '{' + inner + '}')
        elif not head.startswith('@'):
            chosen = [each for each in selectors(head) if wanted(each, classes)]
            if chosen:
                kept.append(','.join(chosen) + '{' + body + '}')
    return ''.join(kept)


def tabler():
    sheet = webjar('tabler__core', '1.4.0', 'css/tabler.min.css').decode()
    pages = words_on_pages()
    used = set(re.findall(r'[A-Za-z][A-Za-z0-9_-]+', pages))
    classes = ALWAYS | {word for word in used if word.startswith(FAMILIES)}
    kept = purged(re.sub(r'/\*.*?\*/', '', sheet, flags=re.S), classes)
    own = ''.join(open(each, encoding='utf-8').read() for each in glob.glob(STATIC + 'css/*.css')
                  if not each.endswith('open-base.css'))
    while True:
        needed = set(re.findall(r'var\((--tblr-[\w-]+)', kept + own + pages))
        smaller = re.sub(r'(--tblr-[\w-]+):[^;{}]*;?', lambda one: one.group(0) if one.group(1) in needed else '', kept)
        smaller = re.sub(r'@media[^{}]+\{\}', '', re.sub(r'(?<=[}{])[^{}@]+\{\}|^[^{}@]+\{\}', '', smaller))
        if smaller == kept:
            break
        kept = smaller
    return '/* What public pages need of Tabler 1.4.0 (MIT) and nothing else: the whole sheet is half a megabyte. */\n' + kept + '\n'


if __name__ == '__main__':
    made = tabler() + icons() + typeface()
    with open(STATIC + 'css/open-base.css', 'w', encoding='utf-8') as sheet:
        sheet.write(made)
    print(f'open-base.css: {len(made)} bytes, {len(gzip.compress(made.encode()))} packed; '
          f'icons: {os.path.getsize(STATIC + "fonts/tabler-icons-open.woff2")} bytes')
