//! Reads multipart bodies, as far as this crate writes them.

use crate::runtime::values::file::FileUpload;

/// A part of a body: a parameter or, if it has a file name, a file.
pub(super) struct Part {
    pub(super) name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    content: Vec<u8>,
}

impl Part {
    /// Returns key and value of a parameter.
    pub(super) fn into_pair(self) -> Option<(String, String)> {
        match self.file_name {
            Some(_) => None,
            None => {
                Some((self.name, String::from_utf8_lossy(&self.content).into_owned()))
            }
        }
    }

    pub(super) fn into_file(self) -> Option<FileUpload> {
        let file = FileUpload::new(self.file_name?, self.content);
        Some(match self.content_type {
            Some(content_type) => file.with_content_type(content_type),
            None => file,
        })
    }
}

/// Returns the boundary of a multipart body with this media type.
pub(super) fn boundary(content_type: &str) -> Option<&str> {
    content_type.strip_prefix("multipart/form-data; boundary=")
}

/// Returns the parts of a body.
pub(super) fn parts(boundary: &str, body: &[u8]) -> Vec<Part> {
    let start = format!("--{boundary}\r\n");
    let between = format!("\r\n--{boundary}");
    let mut parts = Vec::new();
    let mut rest = body.strip_prefix(start.as_bytes());
    while let Some((part, after)) = rest.and_then(|rest| split(rest, between.as_bytes()))
    {
        parts.extend(self::part(part));
        rest = after.strip_prefix(b"\r\n");
    }
    parts
}

fn part(bytes: &[u8]) -> Option<Part> {
    let (header, content) = split(bytes, b"\r\n\r\n")?;
    let header = std::str::from_utf8(header).ok()?;
    Some(Part {
        name: quoted(header, "; name=\"")?,
        file_name: quoted(header, "; filename=\""),
        content_type: header
            .split_once("\r\nContent-Type: ")
            .map(|(_, content_type)| content_type.to_owned()),
        content: content.to_vec(),
    })
}

/// Returns the quoted text after `start`.
fn quoted(header: &str, start: &str) -> Option<String> {
    let (_, rest) = header.split_once(start)?;
    let (text, _) = rest.split_once('"')?;
    Some(text.replace("%22", "\"").replace("%0A", "\n").replace("%0D", "\r"))
}

/// Returns what is before and after the first occurrence of `separator`.
fn split<'b>(bytes: &'b [u8], separator: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let mut windows = bytes.windows(separator.len());
    let at = windows.position(|window| window == separator)?;
    Some((bytes.get(..at)?, bytes.get(at + separator.len()..)?))
}
