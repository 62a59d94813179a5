use crate::a::ANameThatNobodyWouldWriteByHandAndNoLineHolds;
use crate::a::params::UpdateANameThatNobodyWouldWriteByHandAndNoLineHolds;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/a_name_that_nobody_would_write_by_hand_and_no_line_holdss/{a_name_that_nobody_would_write_by_hand_and_no_line_holds_id}`.
#[derive(Clone, Debug)]
pub struct ANameThatNobodyWouldWriteByHandAndNoLineHoldss<M> {
    client: Client<M>,
}

impl<M> ANameThatNobodyWouldWriteByHandAndNoLineHoldss<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/a_name_that_nobody_would_write_by_hand_and_no_line_holdss/{a_name_that_nobody_would_write_by_hand_and_no_line_holds_id}`
    pub fn retrieve(
        &self,
        a_name_that_nobody_would_write_by_hand_and_no_line_holds_id: impl Into<String>,
    ) -> Call<ANameThatNobodyWouldWriteByHandAndNoLineHolds, M> {
        Call::new(
            &self.client,
            Request::get(
                "/v1/a_name_that_nobody_would_write_by_hand_and_no_line_holdss/{a_name_that_nobody_would_write_by_hand_and_no_line_holds_id}",
            )
            .id("a_name_that_nobody_would_write_by_hand_and_no_line_holds_id", a_name_that_nobody_would_write_by_hand_and_no_line_holds_id),
        )
    }

    /// `POST /v1/a_name_that_nobody_would_write_by_hand_and_no_line_holdss/{a_name_that_nobody_would_write_by_hand_and_no_line_holds_id}`
    pub fn update(
        &self,
        a_name_that_nobody_would_write_by_hand_and_no_line_holds_id: impl Into<String>,
        params: UpdateANameThatNobodyWouldWriteByHandAndNoLineHolds,
    ) -> Call<ANameThatNobodyWouldWriteByHandAndNoLineHolds, M> {
        Call::new(
            &self.client,
            Request::post(
                "/v1/a_name_that_nobody_would_write_by_hand_and_no_line_holdss/{a_name_that_nobody_would_write_by_hand_and_no_line_holds_id}",
            )
            .id("a_name_that_nobody_would_write_by_hand_and_no_line_holds_id", a_name_that_nobody_would_write_by_hand_and_no_line_holds_id)
            .params(params),
        )
    }
}

impl<M> Client<M> {
    /// Operations of `a_name_that_nobody_would_write_by_hand_and_no_line_holdss`.
    pub fn a_name_that_nobody_would_write_by_hand_and_no_line_holdss(
        &self,
    ) -> ANameThatNobodyWouldWriteByHandAndNoLineHoldss<M> {
        ANameThatNobodyWouldWriteByHandAndNoLineHoldss::new(self)
    }
}
