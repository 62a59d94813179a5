//! The multipart encoding of bodies with files, as browsers send them.

use hmac_sha256::Hash;
use percent_encoding::percent_decode_str;

use crate::runtime::values::file::FileUpload;

/// An encoded body and its media type.
pub(crate) struct Multipart {
    pub(crate) media_type: String,
    pub(crate) body: Vec<u8>,
}

/// One part of a body: its header, without the boundary before it, and its content.
struct Part<'a> {
    header: String,
    content: std::borrow::Cow<'a, [u8]>,
}

/// Encodes parameters, which are given as a form, and files.
///
/// The form decides about names, values and their order, so that a parameter is the same in
/// both encodings.
pub(crate) fn encode(form: &str, files: &[(&str, &FileUpload)]) -> Multipart {
    let pairs = form.split('&').filter(|pair| !pair.is_empty()).map(field);
    let parts: Vec<Part<'_>> = pairs.chain(files.iter().map(file)).collect();
    let boundary = boundary(&parts);
    let mut body = Vec::new();
    for Part { header, content } in &parts {
        push(&mut body, &["--", &boundary, "\r\n", header, "\r\n\r\n"]);
        body.extend_from_slice(content);
        push(&mut body, &["\r\n"]);
    }
    push(&mut body, &["--", &boundary, "--\r\n"]);
    Multipart { media_type: format!("multipart/form-data; boundary={boundary}"), body }
}

fn push(body: &mut Vec<u8>, texts: &[&str]) {
    texts.iter().for_each(|text| body.extend_from_slice(text.as_bytes()));
}

/// Returns the part of a pair of the form.
fn field(pair: &str) -> Part<'_> {
    let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
    let name = percent_decode_str(key).decode_utf8_lossy();
    Part { header: disposition(&name), content: percent_decode_str(value).into() }
}

fn file<'a>((name, file): &(&str, &'a FileUpload)) -> Part<'a> {
    let (name, file_name) = (disposition(name), escaped(file.name()));
    let content_type = file.content_type();
    Part {
        header: format!(
            "{name}; filename=\"{file_name}\"\r\nContent-Type: {content_type}"
        ),
        content: file.content().into(),
    }
}

fn disposition(name: &str) -> String {
    format!("Content-Disposition: form-data; name=\"{}\"", escaped(name))
}

/// Escapes a name as browsers do, which send all other characters as they are.
fn escaped(name: &str) -> String {
    name.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22")
}

/// Returns a boundary that does not occur in the parts: their own digest.
///
/// Nobody can put the digest of a content into the content. Unlike a random boundary, it is
/// the same whenever the call is repeated; unlike a search for a free one, it takes the same
/// time for every content.
fn boundary(parts: &[Part<'_>]) -> String {
    let mut digest = Hash::new();
    for part in parts {
        digest.update(&part.header);
        digest.update(part.content.as_ref());
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the body with a short boundary.
    fn encoded(form: &str, files: &[(&str, &FileUpload)]) -> String {
        let Multipart { media_type, body } = encode(form, files);
        let (start, boundary) = media_type.split_once('=').unwrap();
        assert_eq!((start, boundary.len()), ("multipart/form-data; boundary", 64));
        String::from_utf8(body).unwrap().replace(boundary, "B")
    }

    #[test]
    fn names_and_values_are_those_of_the_form() {
        let body = encoded("a[b][0]=%C3%A9+%26%0D%0A&c%22=", &[]);
        let expected = "--B\r\nContent-Disposition: form-data; name=\"a[b][0]\"\r\n\r\n\
                        é+&\r\n\r\n\
                        --B\r\nContent-Disposition: form-data; name=\"c%22\"\r\n\r\n\r\n\
                        --B--\r\n";
        assert_eq!(body, expected);
        assert_eq!(encoded("", &[]), "--B--\r\n");
    }

    #[test]
    fn files_have_escaped_names_and_their_types() {
        let file =
            FileUpload::new("é \"x\"\r\n;.png", "1\r\n").with_content_type("image/png");
        let expected = "--B\r\nContent-Disposition: form-data; name=\"f\"; \
                        filename=\"é %22x%22%0D%0A;.png\"\r\n\
                        Content-Type: image/png\r\n\r\n1\r\n\r\n--B--\r\n";
        assert_eq!(encoded("", &[("f", &file)]), expected);
    }

    #[test]
    fn the_boundary_depends_on_everything_and_nothing_else() {
        let media_type = |form: &str, name: &str, file: &FileUpload| {
            encode(form, &[(name, file)]).media_type
        };
        let file = FileUpload::new("a", "x");
        let first = media_type("k=v", "f", &file);
        assert_eq!(first, media_type("k=v", "f", &FileUpload::new("a", "x")));
        for (form, name, file) in [
            ("k=w", "f", file.clone()),
            ("k=v", "g", file.clone()),
            ("k=v", "f", FileUpload::new("b", "x")),
            ("k=v", "f", FileUpload::new("a", "y")),
            ("k=v", "f", file.with_content_type("text/plain")),
        ] {
            assert_ne!(first, media_type(form, name, &file));
        }
    }

    /// Text that looks like the boundary of the same file without it.
    #[test]
    fn the_boundary_does_not_occur_in_a_file_with_boundaries() {
        let mut content = Vec::new();
        for _ in 0..3 {
            let file = FileUpload::new("a", content.clone());
            let Multipart { media_type, body } = encode("", &[("f", &file)]);
            let boundary = media_type.split_once('=').unwrap().1.as_bytes();
            let found = body.windows(boundary.len()).filter(|part| *part == boundary);
            assert_eq!(found.count(), 2);
            content = body;
        }
    }
}
