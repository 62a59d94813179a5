//! Checks that descriptions become Markdown without rustdoc warnings.

use std::fs;
use std::path::Path;
use std::process::Command;

use generator::input::load;
use generator::rust::prose::markdown;
use generator_tests::official::{CLOVER, DAHLIA};
use generator_tests::report::{Trial, needing, test};
use serde_json::Value;

const CASES: &[(&str, &str)] = &[
    ("", ""),
    ("  Plain text.  ", "Plain text."),
    ("<p>One.</p>\n\n<p>Two.</p>", "One.\n\nTwo."),
    ("One.<br />Two.", "One.\n\nTwo."),
    (
        "Use <code>limit</code>, <strong>not</strong> <em>max</em>.",
        "Use `limit`, **not** *max*.",
    ),
    (
        "<a href=\"/api/widgets\">Widgets</a>",
        "[Widgets](https://docs.stripe.com/api/widgets)",
    ),
    ("[Widgets](/docs/widgets)", "[Widgets](https://docs.stripe.com/widgets)"),
    ("[Widgets](https://a.example/b)", "[Widgets](https://a.example/b)"),
    ("[W](#anchor)", "[W](https://docs.stripe.com/api#anchor)"),
    ("[W](a.example/b)", "[W](https://a.example/b)"),
    ("[`limit`](/api)", "[`limit`](https://docs.stripe.com/api)"),
    ("[W]()", "W"),
    ("Only if [enabled].", "Only if \\[enabled\\]."),
    ("Defaults to [\"always\"].", "Defaults to \\[\"always\"\\]."),
    ("An array [] of `[a]`.", "An array \\[\\] of `[a]`."),
    ("[one][two]", "\\[one\\]\\[two\\]"),
    ("\\[kept\\]", "\\[kept\\]"),
    ("See https://a.example/b.", "See <https://a.example/b>."),
    ("(http://a.example)", "(<http://a.example>)"),
    ("<https://a.example>", "<https://a.example>"),
    ("[https://a.example](https://a.example)", "[https://a.example](https://a.example)"),
    ("`https://a.example`", "`https://a.example`"),
    ("The `rate_type`` is `flat`.", "The `rate_type` is `flat`."),
    ("A lone ` tick.", "A lone \\` tick."),
    ("``a ` b``", "`` a ` b ``"),
    ("Bearer <api_key>, a < b, x<y.", "Bearer \\<api_key>, a \\< b, x\\<y."),
    (
        "<code>list&lt;T&gt;</code> &lt;b&gt; &amp; &#39;c&#39;",
        "`list<T>` \\<b> &amp; 'c'",
    ),
    ("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "- one\n- two"),
    ("Either:\n- one\nmore\n- two", "Either:\n\n- one\n  more\n- two"),
    ("- one\n  - inner\n- two\n\nAfter.", "- one\n  - inner\n- two\n\nAfter."),
    ("1. one\n2. two", "1. one\n2. two"),
    ("A line.\n    let not_code = 1;", "A line.\nlet not_code = 1;"),
    ("Sent as:\n```\na=b\n```", "Sent as:\n```text\na=b\n```"),
    ("```json\n{}", "```json\n{}\n```"),
    ("One.\r\n\r\n\r\n\r\nTwo.\u{7}\u{202e}", "One.\n\nTwo."),
    ("<!-- hidden -->Seen.", "Seen."),
    ("<a href=\"/x\">open", "[open](https://docs.stripe.com/x)"),
    ("<a>no target</a> <span>x</span>", "no target x"),
    ("<code>never closed", "never closed"),
    (
        "<code>Bearer <key></code>, <p_id>, <i think so>",
        "`Bearer <key>`, \\<p_id>, \\<i think so>",
    ),
    (
        "<CODE>a</CODE> <KBD>b</KBD> <A HREF='/x'>c</A>",
        "`a` `b` [c](https://docs.stripe.com/x)",
    ),
    ("<a title=\"1 > 0\" href=\"/x\">y</a>", "[y](https://docs.stripe.com/x)"),
    (
        "Sent as:<pre>\n  a=[b]&amp;c=<i>d</i>\n\n# <T>\n</pre>Then more.",
        "Sent as:\n\n```text\n  a=[b]&c=d\n\n# <T>\n```\n\nThen more.",
    ),
    ("<pre class=\"x\"><code>a<br>b</code></pre>", "```text\na\nb\n```"),
    ("<pre>a ``` b</pre>", "````text\na ``` b\n````"),
    ("<pre>\n```\na\n```\n</pre>\nb", "````text\n```\na\n```\n````\n\nb"),
    ("````\n```\n````", "````text\n```\n````"),
    ("`<pre>`\n```\na\n```", "`<pre>`\n```text\na\n```"),
    ("<pre>never *closed*", "never *closed*"),
    ("`<pre>` and `<b>`", "`<pre>` and `<b>`"),
    ("<h2>Title</h2>Text.", "**Title**\n\nText."),
    ("a<b> c </b>d, <b></b>e <i>f", "a **c** d, e *f*"),
    ("</b>a <del>b</del> <s>c</s>", "a ~~b~~ ~~c~~"),
    ("<ol><li>one<ul><li>in</li></ul></li><li>two</li></ol>", "1. one\n   - in\n2. two"),
    (
        "<table><tr><th>a</th>\n<th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
        "a | b\n\n1 | 2",
    ),
    ("<blockquote>a</blockquote><hr/>b<sup>2</sup>", "a\n\nb2"),
    ("<img src=\"x.png\" alt=\"A [map]\"/>", "A \\[map\\]"),
    ("<!-- never closed", "\\<!-- never closed"),
    ("<script>x()</script>", "\\<script>x()\\</script>"),
];

/// Elements of HTML, current and old ones.
const ELEMENTS: &str = "a abbr acronym address area article aside audio b base bdi bdo big \
    blockquote body br button canvas caption center cite code col colgroup data datalist dd \
    del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form \
    frame h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend \
    li link listing main map mark marquee menu meta meter nav noscript object ol optgroup option \
    output p param picture pre progress q rp rt ruby s samp script search section select slot \
    small source span strike strong style sub summary sup svg table tbody td template textarea \
    tfoot th thead time title tr track tt u ul var video wbr xmp";

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("cases", cases),
        test("twice_is_once_for_plain_markdown", fixed_points),
        test("no_element_remains_and_no_text_is_lost", elements),
        test("rustdoc_has_nothing_to_say_about_the_cases", || {
            let texts: Vec<_> =
                CASES.iter().map(|(text, _)| (*text).to_owned()).collect();
            rustdoc(&texts)
        }),
        needing("rustdoc_on_the_official_document", DAHLIA.document(), official),
        needing("rustdoc_on_an_older_document", CLOVER.document(), official),
    ]
}

fn cases() -> Result<(), String> {
    for (text, expected) in CASES {
        let found = markdown(text);
        if found != *expected {
            return Err(format!("{text:?}\nexpected {expected:?}\nfound    {found:?}"));
        }
    }
    Ok(())
}

/// Whatever the element: its text is shown, and nothing is left that a browser reads as a
/// tag.
fn elements() -> Result<(), String> {
    for name in ELEMENTS.split_whitespace() {
        for text in [
            format!("before <{name}>inside</{name}> after"),
            format!("before <{name} class='x' id=y>inside</{name}> after"),
            format!("before <{name}/>inside after"),
            format!("before </{name}>inside after"),
            format!("before <{name}\n>inside after"),
        ] {
            let found = markdown(&text);
            let is_complete =
                ["before", "inside", "after"].iter().all(|word| found.contains(word));
            let has_tag =
                found.match_indices('<').any(|(at, _)| !found[..at].ends_with('\\'));
            if !is_complete || has_tag {
                return Err(format!("{text:?} became {found:?}"));
            }
        }
    }
    Ok(())
}

/// Our own descriptions are Markdown already and must not change.
fn fixed_points() -> Result<(), String> {
    let text =
        "One `a` and [b](https://b.example/c).\n\n- two, **bold**\n  and more\n\nThree.";
    if markdown(text) == text { Ok(()) } else { Err(markdown(text)) }
}

fn official(path: &Path) -> Result<(), String> {
    let document = load::document(path).map_err(|problems| problems.to_string())?;
    let mut texts = Vec::new();
    let mut open = vec![&document.root];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(object) => {
                texts.extend(
                    object.get("description").and_then(Value::as_str).map(str::to_owned),
                );
                open.extend(object.values());
            }
            Value::Array(array) => open.extend(array),
            _ => {}
        }
    }
    texts.sort();
    texts.dedup();
    if texts.len() < 1000 {
        return Err("hardly any description was found".to_owned());
    }
    rustdoc(&texts)
}

const LINTS: &str = "#![deny(warnings, rustdoc::invalid_codeblock_attributes)]
#![deny(rustdoc::bare_urls, rustdoc::broken_intra_doc_links, rustdoc::invalid_html_tags)]
#![deny(rustdoc::invalid_rust_codeblocks, rustdoc::redundant_explicit_links)]
//! Descriptions.
";

/// Runs rustdoc on a crate with these descriptions, with all warnings denied, and checks
/// that none of them is compiled as a test.
fn rustdoc(texts: &[String]) -> Result<(), String> {
    let problem = |error: std::io::Error| error.to_string();
    let mut source = LINTS.to_owned();
    // As members of few items, because rustdoc writes a page for each item, which takes
    // time.
    for (chunk, texts) in texts.chunks(200).enumerate() {
        source.push_str(&format!("pub struct Item{chunk} {{\n"));
        for (index, text) in texts.iter().enumerate() {
            for line in markdown(text).lines() {
                source.push_str(&format!("#[doc = {:?}]\n", format!(" {line}")));
            }
            source.push_str(&format!("pub member{index}: (),\n"));
        }
        source.push_str("}\n");
    }
    let folder = tempfile::tempdir().map_err(problem)?;
    let file = folder.path().join("lib.rs");
    fs::write(&file, source).map_err(problem)?;
    let run = |extra: &str| {
        Command::new("rustdoc")
            .args(["--edition", "2024", "--crate-name", "texts", "--out-dir"])
            .arg(folder.path().join("doc"))
            .arg(&file)
            .args(extra.split_whitespace())
            .output()
            .map_err(problem)
    };
    let documented = run("")?;
    if !documented.status.success() {
        return Err(String::from_utf8_lossy(&documented.stderr).into_owned());
    }
    let tests = run("--test")?;
    let told = String::from_utf8_lossy(&tests.stdout).into_owned();
    if told.contains("running 0 tests") { Ok(()) } else { Err(told) }
}
