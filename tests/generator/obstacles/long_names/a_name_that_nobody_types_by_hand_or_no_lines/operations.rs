use crate::a_name_that_nobody_types_by_hand_or_no_lines::ANameThatNobodyTypesByHandOrNoLine;
use crate::a_name_that_nobody_types_by_hand_or_no_lines::params::UpdateANameThatNobodyTypesByHandOrNoLine;
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/a_name_that_nobody_types_by_hand_or_no_lines/{a_name_that_nobody_types_by_hand_or_no_line_id}`.
#[derive(Clone, Debug)]
pub struct ANameThatNobodyTypesByHandOrNoLines<M = Async> {
    client: Client<M>,
}

impl<M> ANameThatNobodyTypesByHandOrNoLines<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/a_name_that_nobody_types_by_hand_or_no_lines/{a_name_that_nobody_types_by_hand_or_no_line_id}`
    pub fn retrieve(
        &self,
        a_name_that_nobody_types_by_hand_or_no_line_id: impl Into<String>,
    ) -> Call<ANameThatNobodyTypesByHandOrNoLine, M> {
        Call::new(
            &self.client,
            Request::get(
                    "/v1/a_name_that_nobody_types_by_hand_or_no_lines/{a_name_that_nobody_types_by_hand_or_no_line_id}",
                )
                .id(
                    "a_name_that_nobody_types_by_hand_or_no_line_id",
                    a_name_that_nobody_types_by_hand_or_no_line_id,
                ),
        )
    }

    /// `POST /v1/a_name_that_nobody_types_by_hand_or_no_lines/{a_name_that_nobody_types_by_hand_or_no_line_id}`
    pub fn update(
        &self,
        a_name_that_nobody_types_by_hand_or_no_line_id: impl Into<String>,
        params: UpdateANameThatNobodyTypesByHandOrNoLine,
    ) -> Call<ANameThatNobodyTypesByHandOrNoLine, M> {
        Call::new(
            &self.client,
            Request::post(
                    "/v1/a_name_that_nobody_types_by_hand_or_no_lines/{a_name_that_nobody_types_by_hand_or_no_line_id}",
                )
                .id(
                    "a_name_that_nobody_types_by_hand_or_no_line_id",
                    a_name_that_nobody_types_by_hand_or_no_line_id,
                )
                .params(params),
        )
    }
}

impl<M> Client<M> {
    /// Operations of `a_name_that_nobody_types_by_hand_or_no_lines`.
    pub fn a_name_that_nobody_types_by_hand_or_no_lines(
        &self,
    ) -> ANameThatNobodyTypesByHandOrNoLines<M> {
        ANameThatNobodyTypesByHandOrNoLines::new(self)
    }
}
