// SPDX-License-Identifier: Apache-2.0
#include "rewrite/requests_client.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;
using advisor::SourceFile;
using advisor::walk;

Reason other_client(const SourceFile& source, std::string message, Node at) {
  return {"other-client", std::move(message), {source.span(at.range())}};
}

/// "get" of requests.get(), as the call's function.
std::string method_of(const Request& request, Node call) {
  return library_function(request, call.field("function"))
      .substr(std::string_view("requests.").size());
}

bool positive(const Request& request, Node node) {
  const Node value = constant_value(request, node);
  return (value.is("integer") || value.is("float")) &&
         value.text().find_first_of("123456789") != std::string_view::npos &&
         value.text().find_first_of("xXoObBjJeE") == std::string_view::npos;
}

/// Seconds, or None, or a pair of these: aiohttp takes 0 for no bound, where
/// requests refuses it.
bool plain_timeout(const Request& request, Node node) {
  const Node value = constant_value(request, node);
  auto bound = [&](Node one) {
    return one.is("none") || positive(request, one);
  };
  if (!value.is("tuple")) return bound(value);
  return value.children().size() == 2 && bound(value.child(0)) &&
         bound(value.child(1));
}

std::optional<std::string> refuse_argument(const Request& request,
                                           Node argument) {
  if (!argument.is("keyword_argument")) {
    if (argument.is("list_splat") || argument.is("dictionary_splat")) {
      return "arguments that only running it shows";
    }
    return std::nullopt;
  }
  const std::string_view name = argument.field("name").text();
  const Node value = argument.field("value");
  if (name == "params" || name == "headers") return std::nullopt;
  if (name == "allow_redirects" && (value.is("true") || value.is("false"))) {
    return std::nullopt;
  }
  if (name == "timeout" && plain_timeout(request, value)) return std::nullopt;
  return "`" + std::string(argument.text()) + "`";
}

std::optional<Reason> refuse_call(const Request& request, Node call) {
  static const std::set<std::string_view> methods = {"get", "head", "options"};
  const std::string shown(call.field("function").text());
  if (!methods.contains(method_of(request, call))) {
    return other_client(
        request.source,
        "`" + shown + "`" + on_line(call) +
            " has no counterpart over aiohttp here: only get(), "
            "head() and options() of requests do",
        call);
  }
  int positional = 0;
  for (Node argument : call.field("arguments").children()) {
    positional += !argument.is("keyword_argument");
    auto what = refuse_argument(request, argument);
    if (positional > 1 && !what)
      what = "`" + std::string(argument.text()) + "`";
    if (!what) continue;
    return other_client(request.source,
                        *what + on_line(argument) + " is nothing that `" +
                            shown + "` can be asked for over aiohttp here",
                        argument);
  }
  const bool plain = call.field("arguments").is("argument_list");
  if (positional == 1 && plain) return std::nullopt;
  return other_client(request.source,
                      "`" + shown + "`" + on_line(call) + " has no plain URL",
                      call);
}

/// What shows the text of a failure.
std::optional<Reason> refuse_shown_failure(const SourceFile& file, Node node) {
  static const std::set<std::string_view> words = {
      "__exit__",   "exc_info",         "exception",
      "format_exc", "format_exception", "last_value",
      "print_exc",  "print_exception",  "traceback"};
  if (!node.is("identifier") || !words.contains(node.text())) {
    return std::nullopt;
  }
  return other_client(file,
                      "`" + std::string(node.text()) + "`" + on_line(node) +
                          " may show the text of a failed request, which is "
                          "aiohttp's then",
                      node);
}

/// `except … as name` for what a failed request may raise: its text is another.
std::optional<Reason> refuse_handler(const SourceFile& file, Node node) {
  static const std::set<std::string_view> others = {
      "ArithmeticError",    "AssertionError", "AttributeError",
      "FileNotFoundError",  "HTTPError",      "IndexError",
      "JSONDecodeError",    "KeyError",       "LookupError",
      "NameError",          "OverflowError",  "RecursionError",
      "TypeError",          "UnicodeError",   "UnicodeDecodeError",
      "UnicodeEncodeError", "ValueError",     "ZeroDivisionError"};
  const Node caught = node.is("except_clause") ? node.child(0) : Node();
  if (!caught.is("as_pattern")) return std::nullopt;
  bool other = true;
  walk(caught.child(0), [&](Node part) {
    const bool member = part.is("attribute");
    const Node name = member ? part.field("attribute") : part;
    if (name.is("identifier")) other = other && others.contains(name.text());
    return !member;
  });
  if (other) return std::nullopt;
  return other_client(file,
                      "the handler" + on_line(node) +
                          " may look at a failed request, whose text is "
                          "aiohttp's then",
                      caught);
}

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

std::optional<Reason> refuse_other_client(const Request& request,
                                          const CallChain& chain) {
  for (Node call : chain.requests) {
    if (auto refused = refuse_call(request, call)) return refused;
  }
  std::optional<Reason> refused;
  for (const SourceFile& file : request.project.files) {
    walk(file.root(), [&](Node node) {
      if (!refused) refused = refuse_shown_failure(file, node);
      if (!refused) refused = refuse_handler(file, node);
      return !refused;
    });
  }
  return refused;
}

AsyncClient async_client(const Request& request) {
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
  const std::string newline = newline_of(request.source);
  if (newline == "\n") return client;
  for (std::string& text : client.definitions) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;
         at += newline.size()) {
      text.replace(at, 1, newline);
    }
  }
  return client;
}

std::vector<Edit> async_request(const Request& request,
                                const AsyncClient& client, Node call,
                                const std::string& indent) {
  const SourceFile& source = request.source;
  const std::string method = method_of(request, call);
  const Node arguments = call.field("arguments");
  const Node callee = call.field("function");
  const std::string awaited = "await " + client.request;
  std::string first = client.session + ", \"" + method + "\", ";
  // The only one that follows no redirect unless told.
  const bool stays =
      method == "head" && !advisor::keyword(call, "allow_redirects");
  std::string last = stays ? ", allow_redirects=False" : "";
  const int line = call.line();
  const std::size_t length =
      source.line_begin(line + 1) - 1 - source.line_begin(line) +
      indent.size() - indent_of(source, call.range().begin).size() +
      awaited.size() - callee.range().size() + first.size() + last.size();
  if (length > kWidth && line == call.end_line()) {
    const std::string begin = newline_of(source) + indent;
    first.insert(0, begin + indent_unit(source, source.root()));
    last += begin;
  }
  const std::uint32_t open = arguments.range().begin + 1;
  const std::uint32_t end = arguments.children().back().range().end;
  return {{callee.range(), awaited}, {{open, open}, first}, {{end, end}, last}};
}

std::vector<Reason> same_answers(const Request& request,
                                 const CallChain& chain) {
  std::vector<Reason> reasons;
  for (Node call : chain.requests) {
    const std::string text(call.text().substr(0, call.text().find('\n')));
    std::string message =
        "assumes that aiohttp gets for `" + text + "`" + on_line(call) +
        " what requests gets, and fails where that fails, if in other words";
    if (advisor::keyword(call, "timeout")) {
      message +=
          "; that it is in time beside the others and the rest of the "
          "loop";
    }
    reasons.push_back({"assumed-same-client",
                       std::move(message),
                       {request.source.span(call.range())}});
  }
  return reasons;
}

}  // namespace ppp::rewrite
