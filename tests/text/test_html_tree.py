from __future__ import annotations

import pytest

from generator.text.html_tree import drop, read, unwrap, write
from generator.text.sanitise import clean


@pytest.mark.parametrize(
    "html",
    [
        "",
        "文 &amp; 字 &lt;b&gt; \"q\" 'r'",
        '<p>一<br>二</p>\n<p title="&quot;&gt;">三<strong>四</strong>五</p>',
        '<figure><img src="a.png" alt=""><figcaption>题</figcaption></figure>',
        '<p title="&lt;table a=&quot;b&quot;&gt;">一="&lt;"<strong lang="&lt;zh&gt;">二</strong>="</p>',
        "<pre><code>a &lt;b&gt;\n\n  c</code></pre>",
    ],
)
def test_sanitised_html_is_written_as_it_was_read(html: str) -> None:
    assert clean(html) == html
    assert write(read(html)) == html


def test_an_element_is_written_without_what_follows_it() -> None:
    first, second = read("<p>一</p>二<p>三</p>四")
    assert (write(first), write(second)) == ("<p>一</p>", "<p>三</p>")


def test_elements_are_unwrapped_and_dropped_in_their_place() -> None:
    tree = read('前<a href="x">一<b>二</b>三</a>中<i>四</i>后')
    unwrap(tree[0])
    drop(tree[1])
    assert write(tree) == "前一<b>二</b>三中后"


def test_drawings_may_close_their_elements_themselves() -> None:
    assert [each.tag for each in read('<svg><path d="M0"/><circle/></svg><p>一</p>')] == ["svg", "p"]
