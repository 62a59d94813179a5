//! Uploads and downloads files with a crate of the official document, on a mock transport.

use documents::files::File;
use documents::files::params::{CreateFile, CreateFilePurpose, FileFileLinkDataParams};
use documents::testing::{Fixture, MockResponse, MockTransport};
use documents::{FileUpload, Timestamp};

fn main() {
    uploads();
    downloads();
}

fn uploads() {
    let file = Fixture::<File>::full().set("id", "file_1");
    let body = file.json().expect("a sample");
    let lost = MockResponse::timeout();
    let mock = MockTransport::new([lost, MockResponse::ok(body)]);
    let upload =
        FileUpload::new("receipt.pdf", *b"%PDF").with_content_type("application/pdf");
    let link = FileFileLinkDataParams::new(true)
        .expires_at(Timestamp::from_unix(9))
        .metadata([("order", "4711")]);
    let params = CreateFile::new(upload.clone(), CreateFilePurpose::DisputeEvidence);
    let call = mock.blocking_client().files().create(params.file_link_data(link));
    let file = call.expand("links").send().expect("a file");
    assert_eq!((file.id.as_str(), file.meta().attempts()), ("file_1", 2));
    let requests = mock.requests();
    assert_eq!(requests[0].body_bytes(), requests[1].body_bytes());
    for request in &requests {
        assert_eq!((request.host(), request.path()), ("files.stripe.com", "/v1/files"));
        assert_eq!(request.header("idempotency-key"), file.meta().idempotency_key());
        assert_eq!(request.file("file"), Some(upload.clone()));
        let params = [
            ("expand[0]", "links"),
            ("file_link_data[create]", "true"),
            ("file_link_data[expires_at]", "9"),
            ("file_link_data[metadata][order]", "4711"),
            ("purpose", "dispute_evidence"),
        ];
        let params = params.map(|(key, value)| (key.to_owned(), value.to_owned()));
        assert_eq!(request.params(), params);
    }
}

fn downloads() {
    let mock = MockTransport::new([MockResponse::ok(*b"%PDF\xff")]);
    let client = mock.blocking_client();
    let pdf = client.quotes().retrieve_pdf("qt_1").send().expect("bytes");
    assert_eq!(&**pdf, b"%PDF\xff");
    let request = &mock.requests()[0];
    let facts = (request.host(), request.path(), request.header("accept"));
    assert_eq!(facts, ("files.stripe.com", "/v1/quotes/qt_1/pdf", Some("*/*")));
}
