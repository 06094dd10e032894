// SPDX-License-Identifier: Apache-2.0
#include "rewrite/requests_client.h"

#include <fmt/format.h>

#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

std::string request_text(const std::string& name, const std::string& exchange,
                         const std::string& requests, const std::string& unit) {
  return fmt::format(
      R"py(async def {name}(
{u}session, method, url, timeout=None, allow_redirects=True, **options
):
{u}"""Give what requests.request() gives, over a session of aiohttp."""
{u}with {requests}.Session() as rules:
{u}{u}asked = rules.prepare_request(
{u}{u}{u}{requests}.Request(method, url, **options)
{u}{u})
{u}{u}for _ in range(rules.max_redirects + 1):
{u}{u}{u}response = await {exchange}(session, rules, asked, timeout)
{u}{u}{u}further = rules.resolve_redirects(
{u}{u}{u}{u}response, asked, yield_requests=True
{u}{u}{u})
{u}{u}{u}asked = next(further, None) if allow_redirects else None
{u}{u}{u}if asked is None:
{u}{u}{u}{u}return response
{u}raise {requests}.TooManyRedirects(
{u}{u}f"Exceeded {{rules.max_redirects}} redirects.", response=response
{u}))py",
      fmt::arg("name", name), fmt::arg("exchange", exchange),
      fmt::arg("requests", requests), fmt::arg("u", unit));
}

std::string exchange_text(const Request& request, const std::string& name,
                          const std::string& requests,
                          const std::string& unit) {
  Imports& imports = request.imports;
  return fmt::format(
      R"py(async def {name}(session, rules, asked, timeout):
{u}"""Send a prepared request, and give the answer as requests has it."""
{u}adapter = rules.get_adapter(asked.url)
{u}settings = rules.merge_environment_settings(
{u}{u}asked.url, {{}}, None, None, None
{u})
{u}proxy = {requests}.utils.select_proxy(asked.url, settings["proxies"])
{u}if proxy:
{u}{u}proxy = {requests}.utils.prepend_scheme_if_needed(proxy, "http")
{u}if not isinstance(timeout, tuple):
{u}{u}timeout = timeout, timeout
{u}try:
{u}{u}async with session.request(
{u}{u}{u}asked.method,
{u}{u}{u}{url}(asked.url, encoded=True).with_user(None),
{u}{u}{u}headers=asked.headers,
{u}{u}{u}allow_redirects=False,
{u}{u}{u}proxy=proxy,
{u}{u}{u}timeout={aiohttp}.ClientTimeout(
{u}{u}{u}{u}sock_connect=timeout[0], sock_read=timeout[1]
{u}{u}{u}),
{u}{u}{u}trace_request_ctx={{"connected": False}},
{u}{u}) as answer:
{u}{u}{u}try:
{u}{u}{u}{u}body = await answer.read()
{u}{u}{u}except {aiohttp}.ClientPayloadError as error:
{u}{u}{u}{u}raise {requests}.exceptions.ChunkedEncodingError(error) from error
{u}{u}{u}except {aiohttp}.ServerTimeoutError as error:
{u}{u}{u}{u}raise {requests}.ConnectionError(error) from error
{u}except {aiohttp}.ConnectionTimeoutError as error:
{u}{u}raise {requests}.ConnectTimeout(error, request=asked) from error
{u}except {aiohttp}.ServerTimeoutError as error:
{u}{u}raise {requests}.ReadTimeout(error, request=asked) from error
{u}except {aiohttp}.ClientSSLError as error:
{u}{u}raise {requests}.exceptions.SSLError(error, request=asked) from error
{u}except (
{u}{u}{aiohttp}.ClientHttpProxyError,
{u}{u}{aiohttp}.ClientProxyConnectionError,
{u}) as error:
{u}{u}raise {requests}.exceptions.ProxyError(error, request=asked) from error
{u}except {aiohttp}.ClientError as error:
{u}{u}raise {requests}.ConnectionError(error, request=asked) from error
{u}headers = {message}()
{u}for name, value in answer.raw_headers:
{u}{u}headers.add_header(name.decode("latin-1"), value.decode("latin-1"))
{u}received = {urllib3}.HTTPResponse(
{u}{u}{io}.BytesIO(body),
{u}{u}headers=headers.items(),
{u}{u}status=answer.status,
{u}{u}reason=answer.reason,
{u}{u}request_method=asked.method,
{u}{u}# Where requests looks for cookies.
{u}{u}original_response={types}.SimpleNamespace(
{u}{u}{u}msg=headers, isclosed=lambda: True, close=lambda: None
{u}{u}),
{u}{u}preload_content=False,
{u})
{u}response = adapter.build_response(asked, received)
{u}response.content  # is decoded now, or fails now
{u}return response)py",
      fmt::arg("name", name), fmt::arg("requests", requests),
      fmt::arg("url", imports.symbol("yarl", "URL")),
      fmt::arg("aiohttp", imports.module("aiohttp")),
      fmt::arg("message", imports.symbol("http.client", "HTTPMessage")),
      fmt::arg("urllib3", imports.module("urllib3")),
      fmt::arg("io", imports.module("io")),
      fmt::arg("types", imports.module("types")), fmt::arg("u", unit));
}

/// aiohttp asks once more where a connection breaks before the answer begins;
/// each request opens a connection of its own, so the second one tells.
std::string once_text(const std::string& name, const std::string& aiohttp,
                      const std::string& unit) {
  return fmt::format(
      R"py(async def {name}(session, context, params):
{u}"""Fail where aiohttp would ask again, over another connection."""
{u}if context.trace_request_ctx["connected"]:
{u}{u}raise {aiohttp}.ClientConnectionError("the connection broke")
{u}context.trace_request_ctx["connected"] = True)py",
      fmt::arg("name", name), fmt::arg("aiohttp", aiohttp),
      fmt::arg("u", unit));
}

std::string session_text(const Request& request, const std::string& name,
                         const std::string& once, const std::string& requests,
                         const std::string& unit) {
  Imports& imports = request.imports;
  return fmt::format(
      R"py(def {name}():
{u}"""Open a session that connects as requests does: each time anew."""
{u}trace = {aiohttp}.TraceConfig()
{u}trace.on_connection_create_start.append({once})
{u}return {aiohttp}.ClientSession(
{u}{u}auto_decompress=False,
{u}{u}connector={aiohttp}.TCPConnector(
{u}{u}{u}force_close=True,
{u}{u}{u}ssl={ssl}.create_default_context(cafile={requests}.certs.where()),
{u}{u}),
{u}{u}cookie_jar={aiohttp}.DummyCookieJar(),
{u}{u}max_field_size=65536,
{u}{u}max_line_size=65536,
{u}{u}trace_configs=[trace],
{u}))py",
      fmt::arg("name", name), fmt::arg("once", once),
      fmt::arg("requests", requests),
      fmt::arg("aiohttp", imports.module("aiohttp")),
      fmt::arg("ssl", imports.module("ssl")), fmt::arg("u", unit));
}

}  // namespace

AsyncClient requests_over_aiohttp(const Request& request) {
  AsyncClient client;
  const std::string requests = request.imports.module("requests");
  client.session = request.names.fresh({"session", "client", "http_session"});
  client.open_session =
      request.names.fresh({"open_session", "new_session", "aiohttp_session"});
  client.request =
      request.names.fresh({"request", "send_request", "aiohttp_request"});
  const std::string exchange =
      request.names.fresh({"exchange", "exchange_once", "aiohttp_exchange"});
  const std::string once =
      request.names.fresh({"connect_once", "aiohttp_connect_once"});
  const std::string unit = indent_unit(request.source, request.source.root());
  client.definitions = {
      once_text(once, request.imports.module("aiohttp"), unit),
      session_text(request, client.open_session, once, requests, unit),
      request_text(client.request, exchange, requests, unit),
      exchange_text(request, exchange, requests, unit)};
  return client;
}

}  // namespace ppp::rewrite
