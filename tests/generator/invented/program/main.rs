//! Uses the crate of an invented API as its users would, on a mock transport.

use harbor::fleet::params::CreateVessel;
use harbor::fleet::{FleetCargoKind, Vessel, VesselPropulsion};
use harbor::logs::{Log, LogObject, LogType};
use harbor::port::PortBerth;
use harbor::port::params::{DeletePortBerth, ListPortBerths};
use harbor::testing::{Fixture, MockResponse, MockTransport, RecordedRequest};
use harbor::vessels::params::{
    ChartsVessel, CreateVesselRig, FleetCargoParams, FleetLimitParams, RetrieveVesselChart,
    SearchVessels, UpdateVessel, VesselAlarmParams, VesselDeparts, VesselFlag, VesselKind,
    VesselLegendParams,
};
use harbor::{Expandable, FileUpload, HasId, RangeFilter, Timestamp};

const VESSEL: &str = r#"{
    "object": "vessel", "id": "ve_1", "name": "Rust", "propulsion": "self", "rig": "junk",
    "berth": {"object": "port.berth", "id": "be_1", "deleted": true},
    "captain": {"object": "pilot", "id": "pi_1"},
    "guard": {"object": "parrot", "wings": 2},
    "cargo": [{"kind": "ore", "tonnes": "12.50"}],
    "crew": {"object": "list", "data": [], "has_more": false, "url": "/v1/crew"},
    "depth": "3.10", "engine": {"power": 1.5}, "extras": {"any": [1]},
    "hull": {"length": 7}, "insured": true, "launched": 5, "lights": {},
    "limits": {"bay": {"knots": 4.5}}, "mark": {"text": "x"}, "metadata": {"k": "v"},
    "owner": "co_1", "radio_code": "sesame", "route": ["be_2"], "unheard": "of"
}"#;

fn main() {
    receives();
    sends();
    files();
    lists();
    events();
    samples();
}

/// Each request as its path and its parameters.
fn sent(mock: &MockTransport) -> Vec<String> {
    let line = |request: &RecordedRequest| {
        let pairs =
            request.params().into_iter().map(|(key, value)| format!(" {key}={value}"));
        format!("{}{}", request.path(), pairs.collect::<String>())
    };
    mock.requests().iter().map(line).collect()
}

fn receives() {
    let mock = MockTransport::new([MockResponse::ok(VESSEL)]);
    let call = mock.blocking_client().vessels().retrieve("ve_1");
    let vessel =
        call.expand([Vessel::EXPAND_BERTH]).send().expect("a vessel").into_inner();
    assert_eq!(sent(&mock), ["/v1/vessels/ve_1 expand[0]=berth"]);
    assert_eq!(Vessel::OBJECT, "vessel");
    assert_eq!(
        (vessel.name.as_str(), &vessel.propulsion),
        ("Rust", &VesselPropulsion::SelfValue)
    );
    assert!(
        vessel.rig.as_ref().is_some_and(|rig| rig.as_str() == "junk" && !rig.is_known())
    );
    assert!(vessel.berth.is_deleted());
    assert_eq!(vessel.captain.as_ref().and_then(Expandable::id), Some("pi_1"));
    let guard = serde_json::to_value(&vessel.guard).expect("JSON");
    assert_eq!(guard, serde_json::json!({"object": "parrot", "wings": 2}));
    let cargo = &vessel.cargo[0];
    assert_eq!(
        (&cargo.kind, cargo.tonnes.as_str()),
        (&Some(FleetCargoKind::Ore), "12.50")
    );
    assert_eq!(vessel.engine.as_ref().and_then(|engine| engine.power), Some(1.5));
    assert_eq!(vessel.launched.map(Timestamp::as_unix), Some(5));
    assert_eq!(vessel.limits.as_ref().map(|limits| limits["bay"].knots), Some(4.5));
    assert!(vessel.lights.is_some() && vessel.crew.is_some() && vessel.mark.is_some());
    assert_eq!(vessel.owner.as_ref().and_then(Expandable::id), Some("co_1"));
    assert_eq!(vessel.radio_code.as_ref().map(|code| code.expose()), Some("sesame"));
    assert!(!format!("{vessel:?}").contains("sesame"));
    assert_eq!(vessel.route.as_ref().and_then(|route| route[0].id()), Some("be_2"));
    #[allow(deprecated)]
    let insured = vessel.insured;
    assert_eq!((insured, vessel.id()), (Some(true), Some("ve_1")));
}

fn sends() {
    let mock = MockTransport::new(vec![MockResponse::ok(VESSEL); 3]);
    let client = mock.blocking_client();
    let params = CreateVessel::new(VesselPropulsion::Sail, "Rust")
        .alarm(VesselAlarmParams::new(11))
        .berth("be_1")
        .cargo([FleetCargoParams::new("1.50").kind(FleetCargoKind::Grain)])
        .departs(VesselDeparts::Now)
        .flags([VesselFlag::Blue])
        .limits([("bay", FleetLimitParams::new(4.5))])
        .metadata([("k", "v")])
        .radio_code("sesame")
        .clear_rig();
    assert!(!format!("{params:?}").contains("sesame"));
    client.vessels().create(params).send().expect("a vessel");
    let again = CreateVessel::new(VesselPropulsion::Oar, "x")
        .alarm_text("loud")
        .rig(CreateVesselRig::Sloop);
    client
        .vessels()
        .create(again.departs_timestamp(Timestamp::from_unix(9)))
        .send()
        .expect("one");
    let cleared = UpdateVessel::new().clear_cargo().name("Ferris");
    client.vessels().update("ve_1", cleared).send().expect("a vessel");
    assert_eq!(
        sent(&mock),
        [
            "/v1/vessels alarm[volume]=11 berth=be_1 cargo[0][kind]=grain cargo[0][tonnes]=1.50 \
             departs=now flags[0]=blue limits[bay][knots]=4.5 metadata[k]=v name=Rust \
             propulsion=sail radio_code=sesame rig=",
            "/v1/vessels alarm=loud departs=9 name=x propulsion=oar rig=sloop",
            "/v1/vessels/ve_1 cargo= name=Ferris",
        ]
    );
}

fn files() {
    let mock =
        MockTransport::new([MockResponse::ok(VESSEL), MockResponse::ok([0, 255])]);
    let client = mock.blocking_client();
    let chart = FileUpload::new("coast.png", [255, 0]).with_content_type("image/png");
    let params = ChartsVessel::new(chart.clone(), VesselKind::Coast)
        .legend(VesselLegendParams::new().scale(7));
    client.vessels().charts(params).expand(["berth"]).send().expect("a vessel");
    let params = RetrieveVesselChart::new().page(2);
    let bytes = client.vessels().retrieve_chart("ve_1", params).send().expect("a chart");
    assert_eq!(bytes.into_inner().into_vec(), [0, 255]);
    assert_eq!(
        sent(&mock),
        [
            "/v1/vessels/charts expand[0]=berth kind=coast legend[scale]=7",
            "/v1/vessels/ve_1/chart page=2",
        ]
    );
    let requests = mock.requests();
    assert_eq!(
        (requests[0].file("chart"), requests[0].file("preview")),
        (Some(chart), None)
    );
    let hosts = [requests[0].host(), requests[1].host()];
    assert_eq!(hosts, ["charts.harbor.example", "api.stripe.com"]);
}

fn lists() {
    let page = r#"{"object": "list", "data": [{"object": "port.berth", "id": "be_1"}],
        "has_more": false, "url": "/v1/port/berths"}"#;
    let found = r#"{"object": "search_result", "data": [], "has_more": false, "url": "/v1/x",
        "next_page": null, "total_count": 0}"#;
    let crew = r#"{"object": "list", "data": [{"object": "sailor", "id": "sa_1"}],
        "has_more": false, "url": "/v1/x"}"#;
    let deleted = r#"{"object": "port.berth", "id": "be_1", "deleted": true}"#;
    let mock =
        MockTransport::new([page, found, crew, deleted, deleted].map(MockResponse::ok));
    let client = mock.blocking_client();
    let params = ListPortBerths::new()
        .built(RangeFilter::new().gt(Timestamp::from_unix(0)))
        .limit(3);
    let berths = client.port().berths().list(params).send().expect("berths");
    assert_eq!(berths.data[0].id, "be_1");
    let params = SearchVessels::new("name:'Rust'");
    let vessels = client.vessels().search(params).send().expect("vessels");
    assert_eq!((vessels.data.len(), vessels.total_count), (0, Some(0)));
    let crew = client.vessels().list_crew("ve_1").send().expect("a crew");
    assert_eq!(crew.data[0].id(), Some("sa_1"));
    let berth = client.port().berths().retrieve("be_1").send().expect("a berth");
    assert!(berth.is_deleted());
    let gone =
        client.port().berths().delete("be_1", DeletePortBerth::new().force(true)).send();
    assert_eq!(gone.expect("what is left").id, "be_1");
    assert_eq!(
        sent(&mock),
        [
            "/v1/port/berths built[gt]=0 limit=3",
            "/v1/vessels/search query=name:'Rust'",
            "/v1/vessels/ve_1/crew",
            "/v1/port/berths/be_1",
            "/v1/port/berths/be_1 force=true",
        ]
    );
}

fn events() {
    let text = format!(
        r#"{{"id": "lo_1", "type": "vessel.arrived", "data": {{"object": {VESSEL}}}}}"#
    );
    let log: Log = serde_json::from_str(&text).expect("a log");
    assert_eq!(log.type_, LogType::VesselArrived);
    assert!(
        matches!(log.object(), Ok(LogObject::Vessel(vessel)) if vessel.name == "Rust")
    );
    let other =
        text.replace("vessel.arrived", "cat.arrived").replace("\"vessel\"", "\"cat\"");
    let log: Log = serde_json::from_str(&other).expect("a log");
    assert!(!log.type_.is_known());
    assert!(matches!(log.object(), Ok(LogObject::Unrecognized(_))));
    let berth: PortBerth = serde_json::from_str(r#"{"id": "be_1"}"#).expect("a berth");
    assert_eq!(berth.length, None);
}

fn samples() {
    let vessel =
        Fixture::<Vessel>::full().set("cargo[1].tonnes", "3").set("name", "Rust");
    let body = vessel.json().expect("a sample");
    let mock = MockTransport::new([MockResponse::ok(body)]);
    let call = mock.blocking_client().vessels().retrieve("ve_1");
    let received = call.send().expect("a vessel");
    assert_eq!((received.name.as_str(), received.cargo.len()), ("Rust", 2));
    assert_eq!(received.cargo[1].kind, Some(FleetCargoKind::Grain));
    let vessel = Fixture::<Vessel>::minimal().build().expect("a sample");
    assert!(vessel.cargo.is_empty() && vessel.engine.is_none());
    let berth = Fixture::<PortBerth>::minimal().set("id", "be_7");
    let log = Fixture::event(LogType::BerthFreed, &berth).build().expect("an event");
    assert_eq!(log.type_, LogType::BerthFreed);
    assert!(
        matches!(log.object(), Ok(LogObject::PortBerth(berth)) if berth.id == "be_7")
    );
}
