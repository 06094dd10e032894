# SPDX-License-Identifier: Apache-2.0
"""Stands for requests, for programs that run where there is neither that nor a
server: an answer shows what was asked, and how.

A session is used by one thread, or it fails; a closed one is closed. What is
asked below /cookie is answered with a cookie.
"""

import json
import threading

from requests import adapters, auth, cookies, structures


class RequestException(IOError):
    pass


class HTTPError(RequestException):
    pass


class Response:
    def __init__(self, url, sent, status_code):
        self.url = url
        self.status_code = status_code
        self.ok = status_code < 400
        self.text = json.dumps(sent, sort_keys=True)
        self.content = self.text.encode()

    def json(self):
        return json.loads(self.text)

    def raise_for_status(self):
        if not self.ok:
            raise HTTPError("%d for %s" % (self.status_code, self.url))


class Session:
    KEPT = ("headers", "cookies", "params", "auth", "adapters", "verify")

    def __init__(self):
        self.headers = structures.CaseInsensitiveDict({"user-agent": "stand-in"})
        self.cookies = cookies.RequestsCookieJar()
        self.params = {}
        self.auth = None
        self.adapters = {}
        self.verify = True
        self.closed = False
        self.thread = None

    def __getstate__(self):
        return {name: getattr(self, name) for name in self.KEPT}

    def __setstate__(self, state):
        vars(self).update(state)
        self.closed = False
        self.thread = None

    def mount(self, prefix, adapter):
        self.adapters[prefix] = adapter

    def get(self, url, params=None, headers=None, timeout=None):
        self.thread = self.thread or threading.get_ident()
        if self.thread != threading.get_ident():
            raise RequestException("a session of another thread")
        if self.closed:
            raise RequestException("the session is closed")
        auth = self.auth
        sent = {
            "url": url,
            "params": sorted({**self.params, **(params or {})}.items()),
            "headers": sorted({**self.headers, **(headers or {})}.items()),
            "cookies": self.cookies.get_dict(),
            "auth": list(auth) if isinstance(auth, tuple) else auth and vars(auth),
            "retries": [repr(one) for one in self.adapters.values()],
        }
        if "/cookie" in url:
            self.cookies.set("seen", url.rpartition("/")[2])
        return Response(url, sent, 404 if "/gone" in url else 200)

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


def session():
    return Session()


def get(url, **given):
    with Session() as one:
        return one.get(url, **given)
