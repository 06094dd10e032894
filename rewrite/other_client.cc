// SPDX-License-Identifier: Apache-2.0
#include "rewrite/other_client.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "rewrite/httpx_client.h"
#include "rewrite/layout.h"
#include "rewrite/requests_client.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;
using advisor::SourceFile;
using advisor::walk;

/// A synchronous library, and what asks in its place.
struct SyncClient {
  std::string_view name;
  std::string_view by;
  /// Arguments that are passed on whatever they are, and those that must be
  /// True or False.
  std::set<std::string_view> arguments, flags;
  /// Of the failures that it makes itself, its text is the same.
  std::set<std::string_view> own_words;
  bool always_timed = false;  ///< without a `timeout`, too
};

const SyncClient& sync_client(std::string_view name) {
  static const std::array<SyncClient, 2> all = {
      {{"httpx",
        "httpx.AsyncClient",
        {"auth", "headers", "params"},
        {"follow_redirects"},
        {"HTTPStatusError", "TooManyRedirects", "UnsupportedProtocol"},
        true},
       {"requests",
        "aiohttp",
        {"headers", "params"},
        {"allow_redirects"},
        {"HTTPError"},
        false}}};
  return *std::find_if(all.begin(), all.end(),
                       [&](const SyncClient& one) { return one.name == name; });
}

Reason other_client(const SourceFile& source, std::string message, Node at) {
  return {"other-client", std::move(message), {source.span(at.range())}};
}

/// "get" of requests.get(), as the call's function.
std::string method_of(const Request& request, Node call) {
  const std::string name = library_function(request, call.field("function"));
  return name.substr(name.find('.') + 1);
}

bool positive(const Request& request, Node node) {
  const Node value = constant_value(request, node);
  return (value.is("integer") || value.is("float")) &&
         value.text().find_first_of("123456789") != std::string_view::npos &&
         value.text().find_first_of("xXoObBjJeE") == std::string_view::npos;
}

/// Seconds, or None, or a pair of these: 0 is taken otherwise.
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
                                           const SyncClient& library,
                                           Node argument) {
  if (!argument.is("keyword_argument")) {
    if (argument.is("list_splat") || argument.is("dictionary_splat")) {
      return "arguments that only running it shows";
    }
    return std::nullopt;
  }
  const std::string_view name = argument.field("name").text();
  const Node value = argument.field("value");
  if (library.arguments.contains(name)) return std::nullopt;
  if (library.flags.contains(name) && (value.is("true") || value.is("false"))) {
    return std::nullopt;
  }
  if (name == "timeout" && plain_timeout(request, value)) return std::nullopt;
  return "`" + std::string(argument.text()) + "`";
}

std::optional<Reason> refuse_call(const Request& request,
                                  const SyncClient& library, Node call) {
  static const std::set<std::string_view> methods = {"get", "head", "options"};
  const std::string shown(call.field("function").text());
  if (!methods.contains(method_of(request, call))) {
    return other_client(request.source,
                        "`" + shown + "`" + on_line(call) +
                            " has no counterpart by " +
                            std::string(library.by) +
                            " here: only get(), head() and options() of " +
                            std::string(library.name) + " do",
                        call);
  }
  int positional = 0;
  for (Node argument : call.field("arguments").children()) {
    positional += !argument.is("keyword_argument");
    auto what = refuse_argument(request, library, argument);
    if (positional > 1 && !what)
      what = "`" + std::string(argument.text()) + "`";
    if (!what) continue;
    return other_client(request.source,
                        *what + on_line(argument) + " is nothing that `" +
                            shown + "` can be asked for by " +
                            std::string(library.by) + " here",
                        argument);
  }
  const bool plain = call.field("arguments").is("argument_list");
  if (positional == 1 && plain) return std::nullopt;
  return other_client(request.source,
                      "`" + shown + "`" + on_line(call) + " has no plain URL",
                      call);
}

/// What shows the text of a failure.
std::optional<Reason> refuse_shown_failure(const SourceFile& file,
                                           const SyncClient& library,
                                           Node node) {
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
                          "that of " +
                          std::string(library.by) + " then",
                      node);
}

/// `except … as name` for what a failed request may raise: its text is another.
std::optional<Reason> refuse_handler(const SourceFile& file,
                                     const SyncClient& library, Node node) {
  static const std::set<std::string_view> others = {
      "ArithmeticError",   "AssertionError",     "AttributeError",
      "FileNotFoundError", "IndexError",         "JSONDecodeError",
      "KeyError",          "LookupError",        "NameError",
      "OverflowError",     "RecursionError",     "TypeError",
      "UnicodeError",      "UnicodeDecodeError", "UnicodeEncodeError",
      "ValueError",        "ZeroDivisionError"};
  const Node caught = node.is("except_clause") ? node.child(0) : Node();
  if (!caught.is("as_pattern")) return std::nullopt;
  bool other = true;
  walk(caught.child(0), [&](Node part) {
    const bool member = part.is("attribute");
    const Node name = member ? part.field("attribute") : part;
    if (name.is("identifier")) {
      other = other && (others.contains(name.text()) ||
                        library.own_words.contains(name.text()));
    }
    return !member;
  });
  if (other) return std::nullopt;
  return other_client(file,
                      "the handler" + on_line(node) +
                          " may look at a failed request, whose text is that "
                          "of " +
                          std::string(library.by) + " then",
                      caught);
}

}  // namespace

std::optional<Reason> refuse_other_client(const Request& request,
                                          const CallChain& chain) {
  const SyncClient& library = sync_client(chain.client);
  for (Node call : chain.requests) {
    if (auto refused = refuse_call(request, library, call)) return refused;
  }
  std::optional<Reason> refused;
  for (const SourceFile& file : request.project.files) {
    walk(file.root(), [&](Node node) {
      if (!refused) refused = refuse_shown_failure(file, library, node);
      if (!refused) refused = refuse_handler(file, library, node);
      return !refused;
    });
  }
  return refused;
}

AsyncClient async_client(const Request& request, const CallChain& chain) {
  AsyncClient client = chain.client == "httpx" ? httpx_by_async_client(request)
                                               : requests_over_aiohttp(request);
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
  std::string first = "\"" + method + "\", ";
  if (!client.session.empty()) first.insert(0, client.session + ", ");
  // The only one of requests that follows no redirect unless told.
  const bool stays = !client.session.empty() && method == "head" &&
                     !advisor::keyword(call, "allow_redirects");
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
  const SyncClient& library = sync_client(chain.client);
  std::vector<Reason> reasons;
  for (Node call : chain.requests) {
    const std::string text(call.text().substr(0, call.text().find('\n')));
    std::string message = "assumes that " + std::string(library.by) +
                          " gets for `" + text + "`" + on_line(call) +
                          " what " + std::string(library.name) +
                          " gets, and fails where that fails, if in other "
                          "words";
    if (library.always_timed || advisor::keyword(call, "timeout")) {
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
