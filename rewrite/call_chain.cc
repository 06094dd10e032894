// SPDX-License-Identifier: Apache-2.0
#include "rewrite/call_chain.h"

#include <algorithm>
#include <map>
#include <optional>

#include "advisor/scopes.h"
#include "rewrite/layout.h"
#include "rewrite/script_functions.h"

namespace ppp::rewrite {

std::string cannot_await(advisor::Node call) {
  int comprehensions = 0;
  for (advisor::Node child = call, at = call.parent(); at;
       child = at, at = at.parent()) {
    if (at.is("function_definition")) {
      return child == at.field("body") ? "" : "is evaluated with a definition";
    }
    if (at.is("lambda")) return "stands in a lambda";
    if (at.is("class_definition")) return "stands in the body of a class";
    if (at.is("generator_expression")) return "stands in a generator";
    if (at.is("string")) return "stands in a formatted text";
    if (at.is("decorator")) return "stands in a decorator";
    comprehensions += advisor::is_comprehension(at);
    // Before Python 3.11 only the outermost one may await.
    if (comprehensions > 1) return "stands in nested comprehensions";
  }
  return "";
}

namespace {

using advisor::Node;
using advisor::Reason;
using advisor::SourceFile;
using advisor::walk;

std::string in_backticks(std::string_view name) {
  return "`" + std::string(name) + "`";
}

std::string_view name_of(Node function) {
  return function.field("name").text();
}

Reason refusal(const SourceFile& source, std::string message, Node at) {
  return {"call-chain", std::move(message), {source.span(at.range())}};
}

Node function_around(Node node) {
  return advisor::enclosing(node.parent(), {"function_definition"});
}

class Search {
 public:
  explicit Search(const Request& request)
      : request_(request),
        known_(request),
        loop_(advisor::node_at(request.source.root(),
                               request.candidate.loop.range)) {}

  std::variant<CallChain, Reason> find() {
    chain_.function = function_around(loop_);
    if (auto refused = refuse_place()) return *refused;
    for (Node part : work()) look_into(part, "");
    for (Node function : chain_.functions) {
      auto recursive = recursive_.find(name_of(function));
      if (recursive != recursive_.end()) return recursive->second;
    }
    if (chain_.functions.empty() && !waits_itself_) {
      return Reason{"blocks",
                    "its work awaits nothing, and calls neither requests.get() "
                    "or httpx.get() nor time.sleep(): tasks would take turns",
                    {request_.candidate.loop.span}};
    }
    chain_.functions.push_back(chain_.function);
    for (Node function : chain_.functions) {
      if (auto refused = refuse_function(function)) return *refused;
    }
    chain_.functions.pop_back();
    if (auto refused = refuse_reentry()) return *refused;
    collect(chain_.function);
    for (Node function : chain_.functions) collect(function);
    if (auto refused = refuse_calls()) return *refused;
    if (auto refused = refuse_clients()) return *refused;
    return std::move(chain_);
  }

 private:
  enum class Found { kLooking, kWaits, kRequests, kNothing };

  std::optional<Reason> refuse_place() const {
    const SourceFile& source = request_.source;
    if (source.module() != "__main__") {
      return refusal(source, "stands in a module that others may import",
                     loop_);
    }
    if (!chain_.function) {
      return refusal(
          source,
          "stands in no function, and nothing can be awaited outside "
          "of one",
          loop_);
    }
    if (known_.contains(chain_.function)) return std::nullopt;
    return refusal(source,
                   in_backticks(name_of(chain_.function)) +
                       " around the loop is no plain function of the script",
                   chain_.function);
  }

  std::vector<Node> work() const {
    const advisor::Work& work = request_.candidate.work;
    std::vector<ByteRange> ranges = work.statements;
    if (work.expression) ranges.push_back(*work.expression);
    ranges.insert(ranges.end(), work.prelude.begin(), work.prelude.end());
    for (const advisor::Guard& guard : work.guards) {
      ranges.push_back(guard.condition);
    }
    std::vector<Node> nodes;
    for (ByteRange range : ranges) {
      nodes.push_back(advisor::node_at(request_.source.root(), range));
    }
    return nodes;
  }

  bool is_request(Node call) const { return !client_of(call).empty(); }

  /// The library by which it requests.
  std::string client_of(Node call) const {
    const std::string name = library_function(request_, call.field("function"));
    for (const char* client : {"httpx", "requests"}) {
      if (name.starts_with(client + std::string("."))) return client;
    }
    return "";
  }
  bool is_sleep(Node call) const {
    return library_function(request_, call.field("function")) == "time.sleep";
  }

  /// Notes the functions that `root`, which is a part of `inside`, calls and
  /// that wait.
  Found look_into(Node root, std::string_view inside) {
    Found all = Found::kNothing;
    walk(root, [&](Node node) {
      if (!node.is("call")) return true;
      Found one = Found::kNothing;
      if (is_request(node)) one = Found::kRequests;
      if (is_sleep(node)) one = Found::kWaits;
      waits_itself_ |= inside.empty() && one != Found::kNothing;
      if (one == Found::kNothing) one = look_at(known_.called(node), node);
      if (one == Found::kRequests) all = one;
      if (one == Found::kWaits && all == Found::kNothing) all = one;
      return true;
    });
    return all;
  }

  Found look_at(Node function, Node call) {
    if (!function) return Found::kNothing;
    const std::string name(name_of(function));
    auto [found, first] = found_.emplace(name, Found::kLooking);
    if (!first) {
      if (found->second != Found::kLooking) return found->second;
      recursive_.emplace(name, refusal(request_.source,
                                       in_backticks(name) +
                                           " may call itself," + on_line(call),
                                       function));
      return Found::kNothing;
    }
    const Found below = look_into(function.field("body"), name);
    found_[name] = below;
    if (below != Found::kNothing) chain_.functions.push_back(function);
    if (below == Found::kRequests) chain_.requesting.insert(name);
    return below;
  }

  std::optional<Reason> refuse_function(Node function) {
    if (advisor::scope_names(function).generator) {
      return refusal(request_.source,
                     in_backticks(name_of(function)) + " is a generator",
                     function);
    }
    return refuse_uses(function);
  }

  bool in_chain(Node function) const {
    return std::find(chain_.functions.begin(), chain_.functions.end(),
                     function) != chain_.functions.end();
  }

  /// Every use of the name is a call: by the chain, or of the loop's function
  /// the only one.
  std::optional<Reason> refuse_uses(Node function) {
    const std::string_view name = name_of(function);
    const bool holds_loop = function == chain_.function;
    std::optional<Reason> refused;
    for (const SourceFile& file : request_.project.files) {
      walk(file.root(), [&](Node node) {
        if (refused || !known_.may_name(node, function) ||
            node == function.field("name")) {
          return !refused;
        }
        const bool member = node.parent().is("attribute");
        // `requests.get` is no method `get`.
        if (member && !library_function(request_, node.parent()).empty()) {
          return true;
        }
        const Node call = member ? node.parent().parent() : node.parent();
        const bool called =
            call.is("call") && known_.called(call) == function &&
            call.field("function").range().contains(node.range()) &&
            call.field("arguments").is("argument_list");
        if (&file != &request_.source || !called) {
          refused = refusal(file,
                            in_backticks(name) + " is used" + on_line(node) +
                                " as something else than a function that the "
                                "script calls",
                            node);
        } else if (holds_loop && chain_.entry) {
          refused = refusal(file,
                            in_backticks(name) + " is called" +
                                on_line(chain_.entry) + " and" + on_line(call),
                            call);
        } else if (holds_loop) {
          chain_.entry = call;
        } else if (!in_chain(function_around(call))) {
          refused = refusal(
              file, in_backticks(name) + " is called" + on_line(call) + ", too",
              call);
        } else {
          chain_.calls.push_back(call);
        }
        return !refused;
      });
    }
    if (!refused && holds_loop && !chain_.entry) {
      refused = refusal(request_.source,
                        in_backticks(name) + " is called nowhere", function);
    }
    return refused;
  }

  /// An event loop cannot be run in a coroutine: who runs it must not be run
  /// by what becomes one. Goes by names, so it sees more than there is.
  std::optional<Reason> refuse_reentry() const {
    const Node caller = function_around(chain_.entry);
    const std::string why = cannot_await(chain_.entry);
    if (!why.empty()) {
      return refusal(
          request_.source,
          "the call of " + in_backticks(name_of(chain_.function)) + " " + why,
          chain_.entry);
    }
    if (!caller) return std::nullopt;
    if (!known_.contains(caller) || advisor::scope_names(caller).generator) {
      return refusal(request_.source,
                     in_backticks(name_of(chain_.function)) +
                         " is called by no plain function of the script",
                     chain_.entry);
    }
    const std::vector<std::string_view> below = reachable(chain_.function);
    if (std::find(below.begin(), below.end(), name_of(caller)) == below.end()) {
      return std::nullopt;
    }
    return refusal(request_.source,
                   in_backticks(name_of(chain_.function)) + " may run " +
                       in_backticks(name_of(caller)) + ", which calls it",
                   chain_.entry);
  }

  /// All names that the function and what it names may come to.
  std::vector<std::string_view> reachable(Node function) const {
    std::multimap<std::string_view, Node> definitions;
    for (const SourceFile& file : request_.project.files) {
      walk(file.root(), [&](Node node) {
        const bool code =
            node.is("function_definition") || node.is("class_definition");
        if (code) definitions.emplace(name_of(node), node);
        return true;
      });
    }
    std::vector<std::string_view> names;
    std::set<std::string_view> seen;
    auto add = [&](Node root) {
      walk(root, [&](Node node) {
        if (node.is("identifier") && seen.insert(node.text()).second) {
          names.push_back(node.text());
        }
        return true;
      });
    };
    add(function.field("body"));
    for (std::size_t i = 0; i < names.size(); ++i) {
      auto [begin, end] = definitions.equal_range(names[i]);
      for (auto it = begin; it != end; ++it) add(it->second);
    }
    return names;
  }

  /// Elsewhere in the loop's function the program waits as it did.
  void collect(Node function) {
    walk(function.field("body"), [&](Node node) {
      if (!node.is("call")) return true;
      const bool below = function != chain_.function;
      const bool in_loop = loop_.range().contains(node.range());
      if (is_request(node) && (below || in_loop)) {
        chain_.requests.push_back(node);
      }
      if (is_sleep(node) && (below || in_work(node))) {
        chain_.sleeps.push_back(node);
      }
      return true;
    });
  }

  bool in_work(Node call) const {
    const std::vector<Node> parts = work();
    return std::any_of(parts.begin(), parts.end(), [&](Node part) {
      return part.range().contains(call.range());
    });
  }

  std::optional<Reason> refuse_calls() const {
    for (const std::vector<Node>* calls :
         {&chain_.calls, &chain_.requests, &chain_.sleeps}) {
      for (Node call : *calls) {
        std::string why = cannot_await(call);
        const Node function = function_around(call);
        if (function != chain_.function && !in_chain(function)) {
          why = "stands in a function within another";
        }
        if (why.empty()) continue;
        return refusal(request_.source,
                       in_backticks(call.field("function").text()) +
                           on_line(call) + " " + why +
                           ", where nothing can be awaited",
                       call);
      }
    }
    return std::nullopt;
  }

  std::optional<Reason> refuse_clients() {
    for (Node call : chain_.requests) {
      const std::string client = client_of(call);
      if (chain_.client.empty()) chain_.client = client;
      if (client == chain_.client) continue;
      return refusal(request_.source,
                     "requests by " + chain_.client +
                         on_line(chain_.requests.front()) + ", and by " +
                         client + on_line(call),
                     call);
    }
    return std::nullopt;
  }

  const Request& request_;
  ScriptFunctions known_;
  Node loop_;
  CallChain chain_;
  bool waits_itself_ = false;
  std::map<std::string, Found, std::less<>> found_;
  std::map<std::string, Reason, std::less<>> recursive_;
};

}  // namespace

std::variant<CallChain, Reason> call_chain(const Request& request) {
  return Search(request).find();
}

namespace {

/// The project has a file for this module.
bool is_own(const advisor::Project& project, const std::string& module) {
  return std::any_of(
      project.files.begin(), project.files.end(),
      [&](const SourceFile& file) { return file.module() == module; });
}

}  // namespace

std::string library_function(const Request& request, Node callee) {
  const bool member = callee.is("attribute");
  const Node module_or_name = member ? callee.field("object") : callee;
  Node root = module_or_name;
  while (root.is("attribute")) root = root.field("object");
  const std::string word(module_or_name.text());
  const std::string first(root.text());
  // `import urllib.parse` binds `urllib` once more, to the same package.
  const bool same = root != module_or_name || request.names.bound_once(first);
  if (!root.is("identifier") || !request.names.only_imported(first) || !same) {
    return "";
  }
  for (Node import : request.source.root().children()) {
    const bool from = import.is("import_from_statement");
    if (from == member || (!from && !import.is("import_statement"))) continue;
    for (Node imported : import.fields("name")) {
      const Node alias = imported.field("alias");
      const std::string what(
          (alias ? imported.field("name") : imported).text());
      if ((alias ? alias.text() : std::string_view(what)) != word) continue;
      const std::string module(from ? import.field("module_name").text()
                                    : std::string_view(what));
      if (is_own(request.project, module)) return "";
      return module + "." +
             (from ? what : std::string(callee.field("attribute").text()));
    }
  }
  return "";
}

Node constant_value(const Request& request, Node node) {
  if (!node.is("identifier") ||
      !request.names.bound_once(std::string(node.text()))) {
    return node;
  }
  for (Node statement : request.source.root().children()) {
    const Node bound = statement.child(0);
    if (statement.is("expression_statement") && bound.is("assignment") &&
        bound.field("left").text() == node.text() && bound.field("right")) {
      return bound.field("right");
    }
  }
  return node;
}

}  // namespace ppp::rewrite
