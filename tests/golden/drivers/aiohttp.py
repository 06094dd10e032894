# SPDX-License-Identifier: Apache-2.0
"""Stands for aiohttp, without a server: what is asked for comes back as JSON.

`/missing…` is not found, `/login…` sets a cookie, `/refused…` cannot be
connected to, and `/slow…` takes its time.
"""

import asyncio
import json
import urllib.parse


class ClientError(Exception):
    pass


class ClientResponseError(ClientError):
    def __init__(self, message, status):
        super().__init__(message)
        self.status = status


class ClientConnectorError(ClientError):
    pass


class ClientTimeout:
    def __init__(self, total=None, connect=None, sock_read=None,
                 sock_connect=None):
        self.total = total


class TCPConnector:
    def __init__(self, **options):
        self.options = options


class DummyCookieJar:
    pass


class ClientResponse:
    def __init__(self, url, sent):
        path, query = urllib.parse.urlsplit(url)[2:4]
        self.url = url
        self.status = 404 if path.startswith("/missing") else 200
        self.reason = "Not Found" if self.status == 404 else "OK"
        self.headers = {"Content-Type": "application/json"}
        self.sets = path if path.startswith("/login") else None
        self.body = json.dumps(
            {"path": path, "query": query, "size": len(path), **sent}
        )

    @property
    def ok(self):
        return self.status < 400

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(f"{self.status}, {self.url}", self.status)

    async def text(self):
        await asyncio.sleep(0.001)
        return self.body

    async def read(self):
        return (await self.text()).encode()

    async def json(self, *, content_type="application/json"):
        return json.loads(await self.text())

    def release(self):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        self.release()


class Request:
    def __init__(self, asked):
        self.asked = asked

    def __await__(self):
        return self.asked.__await__()

    async def __aenter__(self):
        self.response = await self.asked
        return self.response

    async def __aexit__(self, *failure):
        self.response.release()


class ClientSession:
    def __init__(self, base_url="", *, headers=None, timeout=None,
                 raise_for_status=False, connector=None, cookie_jar=None):
        self.base_url = base_url
        self.headers = dict(headers or {})
        self.raise_for_status = raise_for_status
        self.cookie = None
        self.closed = False

    async def answer(self, url, params=None, headers=None, **options):
        url = self.base_url + url
        if params:
            url += "?" + urllib.parse.urlencode(params)
        sent = {**self.headers, **(headers or {})}
        if self.cookie:
            sent["cookie"] = self.cookie
        await asyncio.sleep(0.01 if "/slow" in url else 0.001)
        if "/refused" in url:
            raise ClientConnectorError("no connection")
        response = ClientResponse(url, sent)
        self.cookie = response.sets or self.cookie
        if self.raise_for_status:
            response.raise_for_status()
        return response

    def get(self, url, **options):
        return Request(self.answer(url, **options))

    head = post = get

    async def close(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        await self.close()
