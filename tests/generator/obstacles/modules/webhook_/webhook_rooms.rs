use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::webhook_::WebhookRoom;
use crate::webhook_::params::CreateWebhookRoom;

/// Operations on `/v1/webhook_rooms`.
#[derive(Clone, Debug)]
pub struct WebhookRooms<M> {
    client: Client<M>,
}

impl<M> WebhookRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/webhook_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<WebhookRoom, M> {
        Call::new(&self.client, Request::get("/v1/webhook_rooms/{id}").id("id", id))
    }

    /// `POST /v1/webhook_rooms`
    pub fn create(&self, params: CreateWebhookRoom) -> Call<WebhookRoom, M> {
        Call::new(&self.client, Request::post("/v1/webhook_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `webhook_rooms`.
    pub fn webhook_rooms(&self) -> WebhookRooms<M> {
        WebhookRooms::new(self)
    }
}
