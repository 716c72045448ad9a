"""The API of the hard cases as a Singer tap."""
import os

from singer_sdk import Tap
from singer_sdk import typing as th
from singer_sdk.authenticators import BearerTokenAuthenticator
from singer_sdk.pagination import JSONPathPaginator
from singer_sdk.streams import RESTStream


class Items(RESTStream):
    name = "items"
    path = "/items"
    primary_keys = ("id",)
    replication_key = "updated_at"
    is_sorted = "TAP_SORTED" in os.environ
    records_jsonpath = "$.data[*]"
    schema = th.PropertiesList(
        th.Property("id", th.IntegerType),
        th.Property("rev", th.IntegerType),
        th.Property("amount", th.NumberType),
        th.Property("updated_at", th.DateTimeType),
    ).to_dict()

    @property
    def url_base(self):
        return self.config["base_url"]

    @property
    def authenticator(self):
        return BearerTokenAuthenticator(token="bench")

    def get_new_paginator(self):
        return JSONPathPaginator("$.meta.next_cursor")

    def get_url_params(self, context, next_page_token):
        parameters = {"limit": 100}
        since = self.get_starting_replication_key_value(context)
        if since:
            parameters["updated_since"] = since
        if next_page_token:
            parameters["cursor"] = next_page_token
        return parameters


class TapItems(Tap):
    name = "tap-items"
    config_jsonschema = th.PropertiesList(th.Property("base_url", th.StringType, required=True)).to_dict()

    def discover_streams(self):
        return [Items(self)]


if __name__ == "__main__":
    TapItems.cli()
