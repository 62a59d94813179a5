//! What `generator dump` prints after each phase, for one small document.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use generator::pipeline::{self, Phase};
use generator_tests::cases::Case;
use generator_tests::golden;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dump")
}

fn dump(after: Phase, name: Option<&str>) -> Result<String, String> {
    let text =
        fs::read_to_string(folder().join("api.yaml")).map_err(|e| e.to_string())?;
    let document = serde_yaml::from_str(&text).map_err(|e| e.to_string())?;
    Case::of("dump", document).with_inputs(|inputs| {
        pipeline::dump(inputs, after, name).map_err(|problems| problems.to_string())
    })
}

#[test]
fn each_phase_prints_what_it_leaves() -> Result<(), String> {
    let mut faults = Vec::new();
    for phase in Phase::value_variants() {
        let word = phase.to_possible_value().ok_or("a phase without a name")?;
        let file = folder().join(format!("{}.txt", word.get_name()));
        faults.extend(golden::compare(&file, &dump(*phase, None)?).err());
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.concat()) }
}

#[test]
fn a_name_is_a_component_a_wire_path_or_a_rust_path() -> Result<(), String> {
    let table = [
        (
            Phase::Lower,
            "boat:sail",
            "field boat:sail (boat:sail, optional)\nobject boat:sail\n",
        ),
        (Phase::Prune, "boat#create:colour", "param boat#create:colour (boat:colour, "),
        (Phase::Plan, "boat:owner", "field boats::Boat::owner = boat:owner (Expand"),
        (Phase::Plan, "CreateBoat::clear", "clear boats::params::CreateBoat::clear_col"),
        (
            Phase::Plan,
            "POST /v1/boats",
            "method boats::Boats::create = POST /v1/boats (",
        ),
    ];
    for (phase, name, beginning) in table {
        let lines = dump(phase, Some(name))?;
        assert!(lines.starts_with(beginning), "{name}:\n{lines}");
    }
    let unknown = dump(Phase::Plan, Some("canoe"));
    assert!(unknown.is_err_and(|error| error.contains("is called `canoe`")));
    Ok(())
}
