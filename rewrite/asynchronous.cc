// SPDX-License-Identifier: Apache-2.0
#include "rewrite/asynchronous.h"

#include <algorithm>
#include <optional>
#include <set>

#include "advisor/task_obstacles.h"
#include "rewrite/call_chain.h"
#include "rewrite/layout.h"
#include "rewrite/module_loop.h"
#include "rewrite/moved_candidate.h"
#include "rewrite/other_client.h"
#include "rewrite/script_functions.h"
#include "rewrite/task_form.h"

namespace ppp::rewrite {
namespace {

using advisor::Candidate;
using advisor::Node;
using advisor::Reason;
using advisor::SourceFile;
using advisor::walk;

/// It lets loggers say what an event loop says to them: anything but a level
/// that is written, and is above DEBUG.
bool logs_all(Node node) {
  static const std::set<std::string_view> quiet = {
      "INFO", "WARN", "WARNING", "ERROR", "CRITICAL", "FATAL"};
  if (!node.is("keyword_argument") || node.field("name").text() != "level") {
    return false;
  }
  const Node level = node.field("value");
  return !level.is("attribute") ||
         !quiet.contains(level.field("attribute").text());
}

/// What a program has that has tasks, threads or values of them already, or
/// looks at the one that it runs in.
std::optional<Reason> refuse_word(const SourceFile& file, Node node) {
  static const std::set<std::string_view> words = {"_thread",
                                                   "aiohttp",
                                                   "anyio",
                                                   "asyncio",
                                                   "concurrent",
                                                   "contextvars",
                                                   "curio",
                                                   "dictConfig",
                                                   "fileConfig",
                                                   "gevent",
                                                   "greenlet",
                                                   "import_module",
                                                   "multiprocessing",
                                                   "set_printoptions",
                                                   "setLevel",
                                                   "setcontext",
                                                   "setdefaulttimeout",
                                                   "seterr",
                                                   "setprofile",
                                                   "settrace",
                                                   "signal",
                                                   "threading",
                                                   "trio"};
  const bool named =
      (node.is("identifier") && words.contains(node.text())) || logs_all(node);
  const bool coroutine =
      node.is("await") || (node.is("function_definition") &&
                           node.all_children().front().is("async"));
  if (!named && !coroutine) return std::nullopt;
  const std::string what =
      coroutine ? "a coroutine" : "`" + std::string(node.text()) + "`";
  return Reason{"not-synchronous",
                what + " on line " + std::to_string(node.line()) +
                    ": only a program without tasks, threads and what sets "
                    "or shows something of them is made asynchronous",
                {file.span(node.range())}};
}

/// A coroutine cannot end with StopIteration.
std::optional<Reason> refuse_stop(const SourceFile& file, Node node) {
  const bool named = node.is("identifier") && (node.text() == "StopIteration" ||
                                               node.text() == "__next__");
  const bool next = node.is("call") &&
                    node.field("function").text() == "next" &&
                    node.field("arguments").children().size() == 1;
  if (!named && !next) return std::nullopt;
  return Reason{"raises-stop-iteration",
                "`" + std::string(node.text()) + "` on line " +
                    std::to_string(node.line()) +
                    " may raise StopIteration, which a coroutine cannot",
                {file.span(node.range())}};
}

std::optional<Reason> refuse_program(const Request& request) {
  const Candidate& candidate = request.candidate;
  if (!candidate.thread_obstacles.empty()) {
    return candidate.thread_obstacles.front();
  }
  if (candidate.work.gives_answers) {
    return Reason{"kept-answer",
                  "an answer leaves the work as the client made it, with all "
                  "that it knows of its connection; that of another client "
                  "knows less",
                  {candidate.loop.span}};
  }
  if (!candidate.split.empty() || !candidate.assumptions.empty()) {
    return Reason{"unsupported-shape",
                  "needs more than that its functions become coroutines",
                  {candidate.loop.span}};
  }
  std::optional<Reason> refused;
  for (const SourceFile& file : request.project.files) {
    walk(file.root(), [&](Node node) {
      if (!refused) refused = refuse_word(file, node);
      if (!refused) refused = refuse_stop(file, node);
      if (!refused) refused = advisor::handles_cancelling(file, node);
      return !refused;
    });
  }
  return refused;
}

/// The user must have said that it may be tried, and aiohttp must be there.
std::optional<Reason> refuse_untested(const Request& request,
                                      const CallChain& chain) {
  const std::vector<Span> place = {request.candidate.loop.span};
  const bool httpx = chain.client == "httpx";
  if (!request.options.allow_tested) {
    return Reason{"not-proven",
                  std::string("would ask by ") +
                      (httpx ? "httpx.AsyncClient" : "aiohttp") +
                      ", of which it is not proven that it gets what " +
                      chain.client +
                      " gets: with --allow tested that is assumed, and the "
                      "program tested",
                  place};
  }
  if (httpx || request.options.aiohttp_import_s) return std::nullopt;
  return Reason{"no-aiohttp",
                "the program's Python has no aiohttp, 3.10 or later: pip "
                "install aiohttp",
                place};
}

/// `for name in range(…)` around `node`, of plain numbers, and nothing else in
/// the module is called so.
bool counts_up(const Request& request, Node node) {
  if (!request.names.bound_once(std::string(node.text()))) return false;
  for (Node loop = node; loop; loop = loop.parent()) {
    if (!loop.is("for_statement") || loop.field("left").text() != node.text()) {
      continue;
    }
    const Node source = loop.field("right");
    const std::span<const Node> bounds = source.field("arguments").children();
    return source.field("function").text() == "range" &&
           !request.names.bound("range") &&
           std::all_of(bounds.begin(), bounds.end(),
                       [](Node bound) { return bound.is("integer"); });
  }
  return false;
}

/// A number, whatever its names are: sums, products, quotients and powers of
/// such that the source gives.
bool never_negative(const Request& request, Node node) {
  static const std::set<std::string_view> operators = {"+", "*", "/", "//",
                                                       "**"};
  const Node value = constant_value(request, node);
  if (value.is("integer") || value.is("float")) {
    return value.text().find_first_of("jJ") == std::string_view::npos;
  }
  if (value.is("identifier")) return counts_up(request, value);
  if (value.is("parenthesized_expression")) {
    return never_negative(request, value.child(0));
  }
  return value.is("binary_operator") &&
         operators.contains(value.field("operator").text()) &&
         never_negative(request, value.field("left")) &&
         never_negative(request, value.field("right"));
}

/// asyncio.sleep() takes what time.sleep() refuses.
std::optional<Reason> refuse_pause(const Request& request,
                                   const CallChain& chain) {
  for (Node call : chain.sleeps) {
    const std::span<const Node> arguments = call.field("arguments").children();
    const bool plain =
        arguments.size() == 1 && never_negative(request, arguments.front());
    if (plain) continue;
    return Reason{"odd-pause",
                  "`" + std::string(call.text()) + "` on line " +
                      std::to_string(call.line()) +
                      " may fail, where asyncio.sleep() would not: its "
                      "argument is no number that the source gives",
                  {request.source.span(call.range())}};
  }
  return std::nullopt;
}

class Conversion {
 public:
  Conversion(const Request& request, const CallChain& chain)
      : request_(request),
        chain_(chain),
        unit_(indent_unit(request.source, chain.function)) {
    if (!chain.requests.empty()) client_ = async_client(request, chain);
  }

  /// Sorted; or why there are none.
  std::variant<std::vector<Edit>, Reason> edits() {
    const std::string asyncio = request_.imports.module("asyncio");
    define(chain_.function, false);
    for (Node function : chain_.functions)
      define(function, needs_session(function.field("name").text()));
    for (Node call : chain_.calls) await_call(call);
    for (Node call : chain_.requests) {
      std::string indent = indent_of(request_.source, call.range().begin);
      // The session will stand around it.
      if (shares_session() && chain_.function.range().contains(call.range())) {
        indent += unit_;
      }
      wrap(call, async_request(request_, *client_, call, indent));
    }
    for (Node call : chain_.sleeps) {
      wrap(call,
           {{call.field("function").range(), "await " + asyncio + ".sleep"}});
    }
    const std::uint32_t begin = chain_.entry.range().begin;
    const std::uint32_t end = chain_.entry.range().end;
    edits_.push_back({{begin, begin}, asyncio + ".run("});
    edits_.push_back({{end, end}, ")"});
    if (shares_session()) {
      if (auto refused = open_session()) return *refused;
    }
    std::stable_sort(
        edits_.begin(), edits_.end(),
        [](const Edit& a, const Edit& b) { return a.range < b.range; });
    return std::move(edits_);
  }

  std::vector<Definition> definitions() const {
    std::vector<Definition> made;
    if (!client_) return made;
    Node first = chain_.function;
    for (Node function : chain_.functions) {
      if (function.range() < first.range()) first = function;
    }
    while (!first.parent().is("module")) first = first.parent();
    for (const std::string& text : client_->definitions) {
      made.push_back({first.range().begin, text});
    }
    return made;
  }

 private:
  bool shares_session() const {
    return client_ && !client_->open_session.empty();
  }

  bool needs_session(std::string_view function) const {
    return shares_session() && chain_.requesting.contains(function);
  }

  void define(Node function, bool with_session) {
    const std::uint32_t begin = function.range().begin;
    edits_.push_back({{begin, begin}, "async "});
    if (with_session) give_session(function.field("parameters"), function);
  }

  /// As the first argument, or behind `self` of a method's definition.
  void give_session(Node list, Node definition = {}) {
    if (definition && class_around(definition)) {
      const std::uint32_t end = list.child(0).range().end;
      edits_.push_back({{end, end}, ", " + client_->session});
      return;
    }
    const std::uint32_t begin = list.range().begin + 1;
    const bool more = !list.children().empty();
    edits_.push_back({{begin, begin}, client_->session + (more ? ", " : "")});
  }

  void await_call(Node call) {
    Node first = call.field("function");
    while (!first.children().empty()) first = first.child(0);
    wrap(call, {{first.range(), "await " + std::string(first.text())}});
    if (needs_session(called_name(call))) give_session(call.field("arguments"));
  }

  /// `edits` await the call, the first of them at its begin.
  void wrap(Node call, std::vector<Edit> edits) {
    if (is_operand(call)) {
      edits.front().text.insert(0, "(");
      edits.push_back({{call.range().end, call.range().end}, ")"});
    }
    edits_.insert(edits_.end(), edits.begin(), edits.end());
  }

  /// The blocks of the loop's function that `node` stands in, from outside.
  std::vector<Node> blocks_around(Node node) const {
    std::vector<Node> blocks;
    for (Node at = node; at != chain_.function; at = at.parent()) {
      if (at.is("block")) blocks.insert(blocks.begin(), at);
    }
    return blocks;
  }

  /// What needs the session, in the loop's function: the loop, and calls.
  std::vector<Node> users() const {
    std::vector<Node> all = {advisor::node_at(request_.source.root(),
                                              request_.candidate.loop.range)};
    for (Node call : chain_.requests) all.push_back(call);
    for (Node call : chain_.calls) {
      if (chain_.requesting.contains(called_name(call))) {
        all.push_back(call);
      }
    }
    std::erase_if(all, [&](Node node) {
      return !chain_.function.range().contains(node.range());
    });
    return all;
  }

  /// Around all statements that need it, in the innermost block of them all.
  std::optional<Reason> open_session() {
    std::vector<Node> common;
    const std::vector<Node> all = users();
    for (Node user : all) {
      const std::vector<Node> blocks = blocks_around(user);
      if (common.empty()) common = blocks;
      auto [end, _] = std::mismatch(common.begin(), common.end(),
                                    blocks.begin(), blocks.end());
      common.erase(end, common.end());
    }
    ByteRange range = {UINT32_MAX, 0};
    for (Node statement : common.back().children()) {
      const bool uses = std::any_of(all.begin(), all.end(), [&](Node user) {
        return statement.range().contains(user.range());
      });
      if (!uses) continue;
      range.begin = std::min(range.begin, statement.range().begin);
      range.end = std::max(range.end, statement.range().end);
    }
    const SourceFile& source = request_.source;
    if (!begins_line(source, range.begin) || !ends_line(source, range.end)) {
      return Reason{"no-place-for-a-session",
                    "shares its line with other statements",
                    {source.span(range)}};
    }
    const std::uint32_t begin = whole_lines(source, range, false).begin;
    edits_.push_back({{begin, begin},
                      indent_of(source, range.begin) + "async with " +
                          client_->open_session + "() as " + client_->session +
                          ":" + newline_of(source)});
    for (Edit& edit : indent_lines(source, range, unit_, {})) {
      edits_.push_back(std::move(edit));
    }
    return std::nullopt;
  }

  const Request& request_;
  const CallChain& chain_;
  std::string unit_;
  std::optional<AsyncClient> client_;
  std::vector<Edit> edits_;
};

Proposal in_its_function(const Request& request) {
  auto found = call_chain(request);
  if (auto* refused = std::get_if<Reason>(&found)) return *refused;
  const CallChain& chain = std::get<CallChain>(found);
  if (!chain.requests.empty()) {
    if (auto refused = refuse_other_client(request, chain)) return *refused;
    if (auto refused = refuse_untested(request, chain)) return *refused;
  }
  if (auto refused = refuse_pause(request, chain)) return *refused;
  Conversion conversion(request, chain);
  auto converted = conversion.edits();
  if (auto* refused = std::get_if<Reason>(&converted)) return *refused;
  const auto& edits = std::get<std::vector<Edit>>(converted);
  Proposal proposal = rewritten_twice(request, edits, use_tasks);
  auto* rewrite = std::get_if<Rewrite>(&proposal);
  if (!rewrite) return proposal;
  rewrite->definitions = conversion.definitions();
  rewrite->whole_program = true;
  rewrite->needs_aiohttp = chain.client == "requests";
  rewrite->assumptions = same_answers(request, chain);
  return proposal;
}

}  // namespace

Proposal make_asynchronous(const Request& request) {
  if (auto refused = refuse_program(request)) return *refused;
  if (!stands_in_script(request)) return in_its_function(request);
  auto made = as_function(request);
  if (auto* refused = std::get_if<Reason>(&made)) return *refused;
  return rewritten_twice(
      request, std::get<std::vector<Edit>>(made), [](const Request& inner) {
        Names names(inner.source);
        return in_its_function({inner.candidate, inner.source, inner.project,
                                inner.options, names, inner.imports});
      });
}

}  // namespace ppp::rewrite
