//! Paging: forwards and backwards, by pages and by items.

use std::pin::Pin;

use crate::support::{MockResponse, MockTransport, WIDGET, response};
use futures_core::Stream;
use stripe_runtime::stand_in::Widget;
use stripe_runtime::stand_in::params::ListWidgets;
use stripe_runtime::{Error, Expand, HasId, List, Method};

fn page(ids: &[&str], more: bool) -> MockResponse {
    let items: Vec<_> = ids.iter().map(|id| WIDGET.replace("w_1", id)).collect();
    let data = items.join(",");
    response(
        200,
        &format!(
            r#"{{"object":"list","data":[{data}],"has_more":{more},"url":"/v1/widgets"}}"#
        ),
    )
}

fn queries(mock: &MockTransport) -> Vec<String> {
    let query =
        |url: &str| url.split_once('?').map_or("", |(_, query)| query).to_owned();
    mock.requests().iter().map(|request| query(request.url())).collect()
}

fn ids<T: HasId>(items: &[T]) -> Vec<&str> {
    items.iter().filter_map(HasId::id).collect()
}

#[tokio::test]
async fn forwards_with_all_parameters_and_options_on_each_page() {
    let mock = MockTransport::new([
        page(&["a", "b"], true),
        page(&["c", "d"], true),
        page(&["e"], false),
    ]);
    let params = ListWidgets::new().created(0).limit(2).starting_after("z");
    let call = mock.client().widgets().list(params).account("acct_1").header("X-A", "1");
    let call =
        call.expand([Expand::field("owner")]).extra_param("x[y]", "1").api_version("v");
    let mut items = call.timeout(std::time::Duration::from_secs(9)).items();
    assert!(mock.requests().is_empty());
    assert_eq!(items.next().await.unwrap().unwrap().id, "a");
    assert_eq!((items.last_id(), mock.requests().len()), (Some("a"), 1));
    let rest = items.collect_at_most(100).await.unwrap();
    assert_eq!(ids(&rest), ["b", "c", "d", "e"]);
    assert!(items.next().await.is_none() && items.next().await.is_none());
    let query = |after| {
        format!("created=0&expand[0]=data.owner&limit=2&starting_after={after}&x[y]=1")
    };
    assert_eq!(queries(&mock), [query("z"), query("b"), query("d")]);
    for (request, limits) in mock.requests().iter().zip(mock.limits()) {
        let headers = request.headers();
        let found =
            ["stripe-account", "x-a", "stripe-version"].map(|name| headers.get(name));
        assert_eq!(found, [Some("acct_1"), Some("1"), Some("v")]);
        assert_eq!(limits.timeout.as_secs(), 9);
    }
}

#[tokio::test]
async fn backwards() {
    let mock = MockTransport::new([page(&["c", "d"], true), page(&["a", "b"], false)]);
    let params = ListWidgets::new().limit(2).ending_before("e");
    let items =
        mock.client().widgets().list(params).items().collect_at_most(9).await.unwrap();
    assert_eq!(ids(&items), ["d", "c", "b", "a"]);
    assert_eq!(queries(&mock), ["ending_before=e&limit=2", "ending_before=c&limit=2"]);

    // Both cursors count as backwards; so does one among the extra parameters.
    let mock = MockTransport::new([page(&["c", "d"], true), page(&["a", "b"], false)]);
    let call = mock.client().widgets().list(ListWidgets::new().starting_after("0"));
    let mut pages = call.extra_param("ending_before", "e").pages();
    let mut seen = Vec::new();
    while let Some(page) = pages.try_next().await.unwrap() {
        assert_eq!(page.meta().request_id(), Some("req_1"));
        seen.extend(ids(&page.data).into_iter().map(str::to_owned));
    }
    assert_eq!(seen, ["c", "d", "a", "b"]);
    let expected =
        ["starting_after=0&ending_before=e", "ending_before=c&starting_after=0"];
    assert_eq!(queries(&mock), expected);
}

/// A raw call has its cursor among its parameters or in its path.
#[tokio::test]
async fn backwards_with_a_raw_call() {
    for (path, pairs) in [
        ("/v1/widgets?limit=2", vec![("ending_before", "e")]),
        ("/v1/widgets?ending_before=e&limit=2", Vec::new()),
    ] {
        let mock =
            MockTransport::new([page(&["c", "d"], true), page(&["a", "b"], false)]);
        let call = mock.client().raw(Method::Get, path, pairs);
        let items =
            call.returning::<List<Widget>>().items().collect_at_most(9).await.unwrap();
        assert_eq!(ids(&items), ["d", "c", "b", "a"]);
        assert_eq!(queries(&mock)[1], "limit=2&ending_before=c");
    }
}

#[tokio::test]
async fn endless_lists_end_with_an_error() {
    let rows: [(Vec<MockResponse>, usize); 5] = [
        (vec![page(&[], true)], 0),
        (vec![page(&["a"], true), page(&[], true)], 1),
        (vec![page(&["a", ""], true)], 2),
        (vec![page(&["a"], true), page(&["a"], true)], 2),
        (vec![page(&["a"], true), page(&["b"], true), page(&["a"], true)], 3),
    ];
    for (outcomes, before) in rows {
        let requests = outcomes.len();
        let mock = MockTransport::new(outcomes);
        let mut items = mock.client().widgets().list(ListWidgets::new()).items();
        for _ in 0..before {
            items.next().await.unwrap().unwrap();
        }
        let error = items.next().await.unwrap().unwrap_err();
        assert!(error.is_decode() && error.meta().request_id().is_some(), "{error}");
        assert!(items.next().await.is_none());
        assert_eq!(mock.requests().len(), requests);
    }
    // The caller's cursor is checked too.
    let mock = MockTransport::new([page(&["a"], true)]);
    let list = mock.client().widgets().list(ListWidgets::new().starting_after("a"));
    assert!(list.items().collect_at_most(9).await.is_err());
    // An empty page without `has_more` ends the list.
    let mock = MockTransport::new([page(&[], false)]);
    assert!(
        mock.client().widgets().list(ListWidgets::new()).items().next().await.is_none()
    );
}

#[tokio::test]
async fn error_ends_the_iteration() {
    let mock = MockTransport::new([page(&["a"], true), response(401, "{}")]);
    let mut items = mock.client().widgets().list(ListWidgets::new()).items();
    assert!(items.next().await.unwrap().is_ok());
    assert!(items.next().await.unwrap().unwrap_err().is_authentication());
    assert!(items.next().await.is_none() && items.next().await.is_none());
    assert_eq!(items.last_id(), Some("a"));
}

#[tokio::test]
async fn collect_at_most_fetches_only_needed_pages() {
    let mock = MockTransport::new([page(&["a", "b"], true)]);
    let mut items = mock.client().widgets().list(ListWidgets::new()).items();
    assert_eq!(ids(&items.collect_at_most(2).await.unwrap()), ["a", "b"]);
    assert_eq!(items.last_id(), Some("b"));
    assert_eq!(mock.requests().len(), 1);
}

#[tokio::test]
async fn nested_lists_are_paged_by_their_url() {
    let part = |id: &str| format!(r#"{{"id":"{id}","object":"part","quantity":1}}"#);
    let list = |id: &str, more: bool, url: &str| {
        format!(
            r#"{{"object":"list","data":[{}],"has_more":{more},"url":"{url}"}}"#,
            part(id)
        )
    };
    let path = "/v1/widgets/w_1/parts";
    let with_parts = |url| {
        WIDGET.replace(
            "\"modes\"",
            &format!("\"parts\":{},\"modes\"", list("p_1", true, url)),
        )
    };
    let mock = MockTransport::new([
        response(200, &with_parts(path)),
        response(200, &list("p_2", false, path)),
    ]);
    let client = mock.client();
    let widget = client.widgets().retrieve("w_1").await.unwrap().into_inner();
    let parts =
        client.pages(widget.parts.unwrap()).items().collect_at_most(9).await.unwrap();
    assert_eq!(ids(&parts), ["p_1", "p_2"]);
    assert!(
        mock.requests()[1].url().ends_with("/v1/widgets/w_1/parts?starting_after=p_1")
    );

    // The URL of a list must not lead to another host or path.
    for url in ["@evil.example/x", "https://evil.example/x", "//evil", "/v1/../x", ""] {
        let mock = MockTransport::new([response(200, &with_parts(url))]);
        let client = mock.client();
        let widget = client.widgets().retrieve("w_1").await.unwrap().into_inner();
        let mut parts = client.pages(widget.parts.unwrap()).items();
        assert!(parts.next().await.unwrap().is_ok());
        assert!(parts.next().await.unwrap().unwrap_err().is_invalid_call());
        assert!(parts.next().await.is_none());
        assert_eq!(mock.requests().len(), 1);
    }
}

#[tokio::test]
async fn items_and_pages_are_streams() {
    async fn drain<T>(
        mut stream: impl Stream<Item = Result<T, Error>> + Unpin,
    ) -> usize {
        let mut count = 0;
        while let Some(item) =
            std::future::poll_fn(|cx| Pin::new(&mut stream).poll_next(cx)).await
        {
            item.unwrap();
            count += 1;
        }
        count
    }
    let outcomes = || [page(&["a", "b"], true), page(&["c"], false)];
    let list = |mock: &MockTransport| mock.client().widgets().list(ListWidgets::new());
    assert_eq!(drain(list(&MockTransport::new(outcomes())).items()).await, 3);
    assert_eq!(drain(list(&MockTransport::new(outcomes())).pages()).await, 2);
}

#[test]
fn the_blocking_client_iterates() {
    let mock = MockTransport::new([page(&["c", "d"], true), page(&["a", "b"], false)]);
    let call = mock.blocking().widgets().list(ListWidgets::new().ending_before("e"));
    let items: Result<Vec<_>, _> = call.items().collect();
    assert_eq!(ids(&items.unwrap()), ["d", "c", "b", "a"]);
    let mock = MockTransport::new([page(&["a"], true), response(403, "")]);
    let mut pages = mock.blocking().widgets().list(ListWidgets::new()).pages();
    assert!(pages.next().unwrap().is_ok());
    assert!(pages.next().unwrap().unwrap_err().is_permission());
    assert!(pages.next().is_none());
}
