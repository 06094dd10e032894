import aiohttp
import asyncio
import io
import requests as http
import ssl
import types
import urllib3
from http.client import HTTPMessage
from yarl import URL


async def connect_once(session, context, params):
    """Fail where aiohttp would ask again, over another connection."""
    if context.trace_request_ctx["connected"]:
        raise aiohttp.ClientConnectionError("the connection broke")
    context.trace_request_ctx["connected"] = True


def open_session():
    """Open a session that connects as requests does: each time anew."""
    trace = aiohttp.TraceConfig()
    trace.on_connection_create_start.append(connect_once)
    return aiohttp.ClientSession(
        auto_decompress=False,
        connector=aiohttp.TCPConnector(
            force_close=True,
            ssl=ssl.create_default_context(cafile=http.certs.where()),
        ),
        cookie_jar=aiohttp.DummyCookieJar(),
        max_field_size=65536,
        max_line_size=65536,
        trace_configs=[trace],
    )


async def request(
    session, method, url, timeout=None, allow_redirects=True, **options
):
    """Give what requests.request() gives, over a session of aiohttp."""
    with http.Session() as rules:
        asked = rules.prepare_request(
            http.Request(method, url, **options)
        )
        for _ in range(rules.max_redirects + 1):
            response = await exchange(session, rules, asked, timeout)
            further = rules.resolve_redirects(
                response, asked, yield_requests=True
            )
            asked = next(further, None) if allow_redirects else None
            if asked is None:
                return response
    raise http.TooManyRedirects(
        f"Exceeded {rules.max_redirects} redirects.", response=response
    )


async def exchange(session, rules, asked, timeout):
    """Send a prepared request, and give the answer as requests has it."""
    adapter = rules.get_adapter(asked.url)
    settings = rules.merge_environment_settings(
        asked.url, {}, None, None, None
    )
    proxy = http.utils.select_proxy(asked.url, settings["proxies"])
    if proxy:
        proxy = http.utils.prepend_scheme_if_needed(proxy, "http")
    if not isinstance(timeout, tuple):
        timeout = timeout, timeout
    try:
        async with session.request(
            asked.method,
            URL(asked.url, encoded=True).with_user(None),
            headers=asked.headers,
            allow_redirects=False,
            proxy=proxy,
            timeout=aiohttp.ClientTimeout(
                sock_connect=timeout[0], sock_read=timeout[1]
            ),
            trace_request_ctx={"connected": False},
        ) as answer:
            try:
                body = await answer.read()
            except aiohttp.ClientPayloadError as error:
                raise http.exceptions.ChunkedEncodingError(error) from error
            except aiohttp.ServerTimeoutError as error:
                raise http.ConnectionError(error) from error
    except aiohttp.ConnectionTimeoutError as error:
        raise http.ConnectTimeout(error, request=asked) from error
    except aiohttp.ServerTimeoutError as error:
        raise http.ReadTimeout(error, request=asked) from error
    except aiohttp.ClientSSLError as error:
        raise http.exceptions.SSLError(error, request=asked) from error
    except (
        aiohttp.ClientHttpProxyError,
        aiohttp.ClientProxyConnectionError,
    ) as error:
        raise http.exceptions.ProxyError(error, request=asked) from error
    except aiohttp.ClientError as error:
        raise http.ConnectionError(error, request=asked) from error
    headers = HTTPMessage()
    for name, value in answer.raw_headers:
        headers.add_header(name.decode("latin-1"), value.decode("latin-1"))
    received = urllib3.HTTPResponse(
        io.BytesIO(body),
        headers=headers.items(),
        status=answer.status,
        reason=answer.reason,
        request_method=asked.method,
        # Where requests looks for cookies.
        original_response=types.SimpleNamespace(
            msg=headers, isclosed=lambda: True, close=lambda: None
        ),
        preload_content=False,
    )
    response = adapter.build_response(asked, received)
    response.content  # is decoded now, or fails now
    return response


async def look_up(urls, agent):
    found = {}
    async with open_session() as session:
        limit = asyncio.Semaphore(64)

        async def fetch_status(url):
            async with limit:
                try:
                    status = (await request(
                        session, "head", url, headers={"User-Agent": agent}, allow_redirects=False
                    )).status_code
                except http.exceptions.ConnectionError:
                    status = 0
                return status

        tasks = [asyncio.create_task(fetch_status(url)) for url in urls]
        try:
            for url, task in zip(urls, tasks):
                status = await task
                found[url] = status
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return found


urls = [f"http://127.0.0.1:9/{number}" for number in range(8)]
print(sorted(asyncio.run(look_up(urls, "golden/1.0")).items()))
