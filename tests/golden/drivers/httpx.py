# SPDX-License-Identifier: Apache-2.0
"""Stands for httpx, without a server: what is asked for comes back as JSON.

`/missing…` is not found, `/login…` sets a cookie, `/refused…` cannot be
connected to, and `/slow…` takes its time.
"""

import asyncio
import json
import time
import urllib.parse


class HTTPError(Exception):
    pass


class RequestError(HTTPError):
    pass


class TransportError(RequestError):
    pass


class ConnectError(TransportError):
    pass


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message)
        self.request = request
        self.response = response


class Response:
    def __init__(self, url, sent):
        self.url = url
        path, query = urllib.parse.urlsplit(url)[2:4]
        self.status_code = 404 if path.startswith("/missing") else 200
        self.text = json.dumps(
            {"path": path, "query": query, "size": len(path), **sent}
        )
        self.headers = {"content-type": "application/json"}
        self.sets = path if path.startswith("/login") else None

    @property
    def content(self):
        return self.text.encode()

    @property
    def is_success(self):
        return self.status_code == 200

    def json(self):
        return json.loads(self.text)

    def raise_for_status(self):
        if not self.is_success:
            raise HTTPStatusError(
                f"{self.status_code} for {self.url}", request=None,
                response=self,
            )
        return self

    def close(self):
        pass


class Auth:
    pass


class Limits:
    def __init__(self, max_connections=100):
        self.max_connections = max_connections


class BaseClient:
    def __init__(self, *, headers=None, base_url="", timeout=5.0, verify=True,
                 auth=None, limits=None, event_hooks=None):
        self.headers = dict(headers or {})
        self.base_url = base_url
        self.auth = auth
        self.event_hooks = event_hooks or {"request": []}
        self.cookie = None

    def answer(self, url, params=None, headers=None, **options):
        url = self.base_url + url
        if "/refused" in url:
            raise ConnectError("no connection")
        if params:
            url += "?" + urllib.parse.urlencode(params)
        sent = {**self.headers, **(headers or {})}
        for hook in self.event_hooks["request"]:
            hook(sent)
        if isinstance(self.auth, Auth):
            for _ in self.auth.auth_flow(sent):
                pass
        if self.cookie:
            sent["cookie"] = self.cookie
        response = Response(url, sent)
        self.cookie = response.sets or self.cookie
        return response


def pause_for(url):
    return 0.01 if "/slow" in url else 0.001


class Client(BaseClient):
    def __enter__(self):
        return self

    def __exit__(self, *failure):
        pass

    def get(self, url, **options):
        time.sleep(pause_for(url))
        return self.answer(url, **options)

    head = post = get


class AsyncClient(BaseClient):
    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        pass

    async def get(self, url, **options):
        await asyncio.sleep(pause_for(url))
        return self.answer(url, **options)

    head = post = get

    async def request(self, method, url, **options):
        return await self.get(url, **options)


def get(url, **options):
    with Client() as client:
        return client.get(url, **options)


head = post = get


def create_ssl_context():
    return True
