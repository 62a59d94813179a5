use crate::a::ANameThatNobodyWritesByHandAndNoLine;
use crate::a::params::UpdateANameThatNobodyWritesByHandAndNoLine;
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/a_name_that_nobody_writes_by_hand_and_no_lines/{a_name_that_nobody_writes_by_hand_and_no_line_id}`.
#[derive(Clone, Debug)]
pub struct ANameThatNobodyWritesByHandAndNoLines<M = Async> {
    client: Client<M>,
}

impl<M> ANameThatNobodyWritesByHandAndNoLines<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/a_name_that_nobody_writes_by_hand_and_no_lines/{a_name_that_nobody_writes_by_hand_and_no_line_id}`
    pub fn retrieve(
        &self,
        a_name_that_nobody_writes_by_hand_and_no_line_id: impl Into<String>,
    ) -> Call<ANameThatNobodyWritesByHandAndNoLine, M> {
        Call::new(
            &self.client,
            Request::get(
                    "/v1/a_name_that_nobody_writes_by_hand_and_no_lines/{a_name_that_nobody_writes_by_hand_and_no_line_id}",
                )
                .id(
                    "a_name_that_nobody_writes_by_hand_and_no_line_id",
                    a_name_that_nobody_writes_by_hand_and_no_line_id,
                ),
        )
    }

    /// `POST /v1/a_name_that_nobody_writes_by_hand_and_no_lines/{a_name_that_nobody_writes_by_hand_and_no_line_id}`
    pub fn update(
        &self,
        a_name_that_nobody_writes_by_hand_and_no_line_id: impl Into<String>,
        params: UpdateANameThatNobodyWritesByHandAndNoLine,
    ) -> Call<ANameThatNobodyWritesByHandAndNoLine, M> {
        Call::new(
            &self.client,
            Request::post(
                    "/v1/a_name_that_nobody_writes_by_hand_and_no_lines/{a_name_that_nobody_writes_by_hand_and_no_line_id}",
                )
                .id(
                    "a_name_that_nobody_writes_by_hand_and_no_line_id",
                    a_name_that_nobody_writes_by_hand_and_no_line_id,
                )
                .params(params),
        )
    }
}

impl<M> Client<M> {
    /// Operations of `a_name_that_nobody_writes_by_hand_and_no_lines`.
    pub fn a_name_that_nobody_writes_by_hand_and_no_lines(
        &self,
    ) -> ANameThatNobodyWritesByHandAndNoLines<M> {
        ANameThatNobodyWritesByHandAndNoLines::new(self)
    }
}
