//! Changes of texts: their bytes, their lines, and rows of a scope.

use super::{Random, strings};

/// Changes the bytes of a file as a broken disk or editor would.
pub(super) fn bytes(text: &mut Vec<u8>, random: &mut Random) -> String {
    let at = random.below(text.len() + 1);
    match random.below(8) {
        0 => {
            text.truncate(at);
            format!("ends after {at} bytes")
        }
        1 => {
            let inserted = *random
                .pick(&[0xff, 0x80, 0xc3, 0, b'"', b'{', b'&', b'\t', b'\n', b':']);
            text.insert(at, inserted);
            format!("byte {inserted:#x} at {at}")
        }
        2 => {
            text.splice(0..0, [0xef, 0xbb, 0xbf]);
            "byte order mark".to_owned()
        }
        3 => {
            *text = String::from_utf8_lossy(text).replace('\n', "\r\n").into_bytes();
            "lines end with CR LF".to_owned()
        }
        4 => {
            let end = (at + 1 + random.below(40)).min(text.len());
            text.drain(at.min(end)..end);
            format!("without bytes {at} to {end}")
        }
        5 => {
            let copy = text.clone();
            text.extend(copy);
            "the file twice".to_owned()
        }
        6 => {
            let odd = strings::odd(random);
            text.splice(at..at, odd.bytes());
            format!("{odd:.60?} at {at}")
        }
        _ => lines(text, random),
    }
}

/// Changes the lines of a file, or its bytes.
pub(super) fn change(text: &mut Vec<u8>, random: &mut Random) -> String {
    let change =
        if random.one_in(6) { bytes(text, random) } else { lines(text, random) };
    format!("lock: {change}")
}

fn lines(text: &mut Vec<u8>, random: &mut Random) -> String {
    let whole = String::from_utf8_lossy(text).into_owned();
    let mut lines: Vec<String> = whole.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        lines.push(String::new());
    }
    let (at, other) = (random.below(lines.len()), random.below(lines.len()));
    let odd = strings::odd(random);
    let change = match random.below(8) {
        0 => {
            lines.remove(at);
            format!("without line {at}")
        }
        1 => {
            let line = lines[at].clone();
            lines.insert(other, line);
            format!("line {at} also at {other}")
        }
        2 => {
            lines.swap(at, other);
            format!("lines {at} and {other} swapped")
        }
        3 => {
            // The key of one line, the name of the other.
            let key = lines[at].split(" = ").next().unwrap_or_default().to_owned();
            let name = lines[other].split(" = ").last().unwrap_or_default().to_owned();
            lines[at] = format!("{key} = {name}");
            format!("line {at} has the name of line {other}")
        }
        4 => {
            lines.insert(at, odd.clone());
            format!("{odd:.60?} before line {at}")
        }
        5 => {
            let key = lines[at].split(" = ").next().unwrap_or_default().to_owned();
            lines[at] = format!("{key} = {odd}");
            format!("line {at} has the name {odd:.60?}")
        }
        6 => {
            let words: Vec<String> =
                lines[at].split([':', '.', ' ']).map(str::to_owned).collect();
            let word = random.pick(&words).clone();
            lines[at] = lines[at].replace(&word, &odd);
            format!("{odd:.60?} for {word:.60?} in line {at}")
        }
        _ => {
            random.shuffle(&mut lines);
            "lines shuffled".to_owned()
        }
    };
    *text = (lines.join("\n") + "\n").into_bytes();
    change
}

/// Rows of a scope, with `ODD` for an odd string in quotes.
const ROWS: &[&str] = &[
    "[[modules]]\npattern = ODD\nmodule = \"m\"\nname = \"$1\"",
    "[[modules]]\npattern = \"(.*)\"\nmodule = ODD\nname = \"$1\"",
    "[[modules]]\npattern = \"(.*)\"\nmodule = \"m\"\nname = ODD",
    "[[modules]]\npattern = \"(.+)_(.+)\"\nmodule = \"a::b::c\"\nname = \"$2${1}$3$0$x\"\ndrop = ODD",
    "[[modules]]\npattern = \"((a{1,300}){1,300}){1,300}\"\nmodule = \"m\"\nname = \"$1\"",
    "[[modules]]\npattern = \"(?i)(x+x+)+y|\\\\p{L}*|.{0,1000}\"\nmodule = \"m\"\nname = \"$1\"",
    "[[modules]]\npattern = \"|\"\nmodule = \"\"\nname = \"\"",
    "[names]\nODD = \"Name\"",
    "[names]\n\"event:type\" = ODD",
    "[references]\nODD = ODD",
    "[events]\ncomponent = ODD\n[events.types]\nODD = ODD",
    "[examples.x]\nfeatures = [ODD]",
    "[example-dependencies]\nODD = ODD",
    "[example-dependencies]\nserde = 1979-05-27",
    "[crate]\nname = ODD",
    "[[paths]]\nx = 1",
    "[inputs.x]\ny = ODD",
];

/// Values of keys at the top of a scope.
const KEYS: &[&str] = &[
    "paths = [ODD]",
    "paths = [\"/\"]",
    "paths = [\"/v1\", \"/v1\"]",
    "paths = 1",
    "opaque = [ODD]",
    "opaque = [\"*.*\"]",
    "secret = [ODD]",
    "secret = [\"*.id\", \"*.object\"]",
    "unique = ODD",
    "unique = \"module\"",
    "names = {ODD = ODD}",
    "modules = []",
    "references = {}",
    "x = nan",
];

/// Changes a scope.
pub(super) fn scope(text: &mut Vec<u8>, random: &mut Random) -> String {
    if random.one_in(3) {
        return format!("scope: {}", bytes(text, random));
    }
    if random.one_in(4) {
        return format!("scope: {}", lines(text, random));
    }
    let odd = toml::Value::from(strings::odd(random)).to_string();
    let is_row = random.one_in(2);
    let row = random.pick(if is_row { ROWS } else { KEYS }).replace("ODD", &odd);
    let whole = String::from_utf8_lossy(text).into_owned();
    let whole = if is_row {
        whole + "\n" + &row + "\n"
    } else {
        let key = row.split(' ').next().unwrap_or_default().to_owned();
        // The key replaces a short one of its name; a long one stays, and is there twice.
        let others = whole.lines().filter(|line| {
            !(line.starts_with(&format!("{key} =")) && line.ends_with(']'))
        });
        row.clone() + "\n" + &others.collect::<Vec<_>>().join("\n") + "\n"
    };
    *text = whole.into_bytes();
    format!("scope: {row:.200?}")
}
