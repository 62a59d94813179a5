//! Lists: forwards and backwards, page by page and item by item.

use std::pin::Pin;

use crate::support::{MockResponse, MockTransport, WIDGET, answer};
use futures_core::Stream;
use stripe_runtime::stand_in::Widget;
use stripe_runtime::stand_in::params::ListWidgets;
use stripe_runtime::{Error, Expand, HasId, List, Method};

fn page(ids: &[&str], more: bool) -> MockResponse {
    let items: Vec<_> = ids.iter().map(|id| WIDGET.replace("w_1", id)).collect();
    let data = items.join(",");
    answer(
        200,
        &format!(
            r#"{{"object":"list","data":[{data}],"has_more":{more},"url":"/v1/widgets"}}"#
        ),
    )
}

fn queries(script: &MockTransport) -> Vec<String> {
    let query =
        |url: &str| url.split_once('?').map_or("", |(_, query)| query).to_owned();
    script.requests().iter().map(|request| query(request.url())).collect()
}

fn ids<T: HasId>(items: &[T]) -> Vec<&str> {
    items.iter().filter_map(HasId::id).collect()
}

#[tokio::test]
async fn forwards_with_all_parameters_and_options_on_each_page() {
    let script = MockTransport::new([
        page(&["a", "b"], true),
        page(&["c", "d"], true),
        page(&["e"], false),
    ]);
    let params = ListWidgets::new().created(0).limit(2).starting_after("z");
    let call =
        script.client().widgets().list(params).account("acct_1").header("X-A", "1");
    let call =
        call.expand([Expand::field("owner")]).extra_param("x[y]", "1").api_version("v");
    let mut items = call.timeout(std::time::Duration::from_secs(9)).items();
    assert!(script.requests().is_empty());
    assert_eq!(items.next().await.unwrap().unwrap().id, "a");
    assert_eq!((items.last_id(), script.requests().len()), (Some("a"), 1));
    let rest = items.collect_at_most(100).await.unwrap();
    assert_eq!(ids(&rest), ["b", "c", "d", "e"]);
    assert!(items.next().await.is_none() && items.next().await.is_none());
    let query = |after| {
        format!("created=0&expand[0]=data.owner&limit=2&starting_after={after}&x[y]=1")
    };
    assert_eq!(queries(&script), [query("z"), query("b"), query("d")]);
    for (request, limits) in script.requests().iter().zip(script.limits()) {
        let headers = request.headers();
        let found =
            ["stripe-account", "x-a", "stripe-version"].map(|name| headers.get(name));
        assert_eq!(found, [Some("acct_1"), Some("1"), Some("v")]);
        assert_eq!(limits.timeout.as_secs(), 9);
    }
}

#[tokio::test]
async fn backwards() {
    let script = MockTransport::new([page(&["c", "d"], true), page(&["a", "b"], false)]);
    let params = ListWidgets::new().limit(2).ending_before("e");
    let items =
        script.client().widgets().list(params).items().collect_at_most(9).await.unwrap();
    assert_eq!(ids(&items), ["d", "c", "b", "a"]);
    assert_eq!(queries(&script), ["ending_before=e&limit=2", "ending_before=c&limit=2"]);

    // Both cursors count as backwards; so does one among the extra parameters.
    let script = MockTransport::new([page(&["c", "d"], true), page(&["a", "b"], false)]);
    let call = script.client().widgets().list(ListWidgets::new().starting_after("0"));
    let mut pages = call.extra_param("ending_before", "e").pages();
    let mut seen = Vec::new();
    while let Some(page) = pages.try_next().await.unwrap() {
        assert_eq!(page.meta().request_id(), Some("req_1"));
        seen.extend(ids(&page.data).into_iter().map(str::to_owned));
    }
    assert_eq!(seen, ["c", "d", "a", "b"]);
    let expected =
        ["starting_after=0&ending_before=e", "ending_before=c&starting_after=0"];
    assert_eq!(queries(&script), expected);
}

/// A raw call has its cursor among its pairs, or in its path.
#[tokio::test]
async fn backwards_without_a_method() {
    for (path, pairs) in [
        ("/v1/widgets?limit=2", vec![("ending_before", "e")]),
        ("/v1/widgets?ending_before=e&limit=2", Vec::new()),
    ] {
        let script =
            MockTransport::new([page(&["c", "d"], true), page(&["a", "b"], false)]);
        let call = script.client().raw(Method::Get, path, pairs);
        let items =
            call.returning::<List<Widget>>().items().collect_at_most(9).await.unwrap();
        assert_eq!(ids(&items), ["d", "c", "b", "a"]);
        assert_eq!(queries(&script)[1], "limit=2&ending_before=c");
    }
}

#[tokio::test]
async fn lists_that_lead_nowhere_end_with_an_error() {
    let rows: [(Vec<MockResponse>, usize); 5] = [
        (vec![page(&[], true)], 0),
        (vec![page(&["a"], true), page(&[], true)], 1),
        (vec![page(&["a", ""], true)], 2),
        (vec![page(&["a"], true), page(&["a"], true)], 2),
        (vec![page(&["a"], true), page(&["b"], true), page(&["a"], true)], 3),
    ];
    for (turns, before) in rows {
        let requests = turns.len();
        let script = MockTransport::new(turns);
        let mut items = script.client().widgets().list(ListWidgets::new()).items();
        for _ in 0..before {
            items.next().await.unwrap().unwrap();
        }
        let error = items.next().await.unwrap().unwrap_err();
        assert!(error.is_decode() && error.meta().request_id().is_some(), "{error}");
        assert!(items.next().await.is_none());
        assert_eq!(script.requests().len(), requests);
    }
    // The cursor of the caller counts too.
    let script = MockTransport::new([page(&["a"], true)]);
    let list = script.client().widgets().list(ListWidgets::new().starting_after("a"));
    assert!(list.items().collect_at_most(9).await.is_err());
    // Without more, an empty page is an end.
    let script = MockTransport::new([page(&[], false)]);
    assert!(
        script
            .client()
            .widgets()
            .list(ListWidgets::new())
            .items()
            .next()
            .await
            .is_none()
    );
}

#[tokio::test]
async fn an_error_is_given_once() {
    let script = MockTransport::new([page(&["a"], true), answer(401, "{}")]);
    let mut items = script.client().widgets().list(ListWidgets::new()).items();
    assert!(items.next().await.unwrap().is_ok());
    assert!(items.next().await.unwrap().unwrap_err().is_authentication());
    assert!(items.next().await.is_none() && items.next().await.is_none());
    assert_eq!(items.last_id(), Some("a"));
}

#[tokio::test]
async fn collecting_has_a_bound_and_fetches_no_more_than_needed() {
    let script = MockTransport::new([page(&["a", "b"], true)]);
    let mut items = script.client().widgets().list(ListWidgets::new()).items();
    assert_eq!(ids(&items.collect_at_most(2).await.unwrap()), ["a", "b"]);
    assert_eq!(items.last_id(), Some("b"));
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test]
async fn lists_inside_objects_go_on_by_their_own_path() {
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
    let script = MockTransport::new([
        answer(200, &with_parts(path)),
        answer(200, &list("p_2", false, path)),
    ]);
    let client = script.client();
    let widget = client.widgets().retrieve("w_1").await.unwrap().into_inner();
    let parts =
        client.pages(widget.parts.unwrap()).items().collect_at_most(9).await.unwrap();
    assert_eq!(ids(&parts), ["p_1", "p_2"]);
    assert!(
        script.requests()[1].url().ends_with("/v1/widgets/w_1/parts?starting_after=p_1")
    );

    // Such a path is not to be trusted.
    for url in ["@evil.example/x", "https://evil.example/x", "//evil", "/v1/../x", ""] {
        let script = MockTransport::new([answer(200, &with_parts(url))]);
        let client = script.client();
        let widget = client.widgets().retrieve("w_1").await.unwrap().into_inner();
        let mut parts = client.pages(widget.parts.unwrap()).items();
        assert!(parts.next().await.unwrap().is_ok());
        assert!(parts.next().await.unwrap().unwrap_err().is_invalid_call());
        assert!(parts.next().await.is_none());
        assert_eq!(script.requests().len(), 1);
    }
}

#[tokio::test]
async fn they_are_streams() {
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
    let turns = || [page(&["a", "b"], true), page(&["c"], false)];
    let list =
        |script: &MockTransport| script.client().widgets().list(ListWidgets::new());
    assert_eq!(drain(list(&MockTransport::new(turns())).items()).await, 3);
    assert_eq!(drain(list(&MockTransport::new(turns())).pages()).await, 2);
}

#[test]
fn the_blocking_client_iterates() {
    let script = MockTransport::new([page(&["c", "d"], true), page(&["a", "b"], false)]);
    let call = script.blocking().widgets().list(ListWidgets::new().ending_before("e"));
    let items: Result<Vec<_>, _> = call.items().collect();
    assert_eq!(ids(&items.unwrap()), ["d", "c", "b", "a"]);
    let script = MockTransport::new([page(&["a"], true), answer(403, "")]);
    let mut pages = script.blocking().widgets().list(ListWidgets::new()).pages();
    assert!(pages.next().unwrap().is_ok());
    assert!(pages.next().unwrap().unwrap_err().is_permission());
    assert!(pages.next().is_none());
}
