// SPDX-License-Identifier: Apache-2.0
#include "rewrite/raises.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;
using advisor::SourceFile;
using advisor::walk;

/// A function or class body of the project, with the file it stands in.
struct Code {
  Node node;
  const SourceFile* source = nullptr;
};

/// All functions and classes of the project by name. Special methods run
/// without being named: they stand under "".
std::multimap<std::string, Code, std::less<>> code_by_name(
    const advisor::Project& project) {
  std::multimap<std::string, Code, std::less<>> all;
  for (const SourceFile& source : project.files) {
    walk(source.root(), [&](Node node) {
      bool function = node.is("function_definition");
      if (function || node.is("class_definition")) {
        std::string name(node.field("name").text());
        bool special = function && name.starts_with("__");
        all.emplace(special ? "" : name, Code{node, &source});
      } else if (node.is("assignment") && node.field("right").is("lambda")) {
        all.emplace(std::string(node.field("left").text()),
                    Code{node.field("right"), &source});
      }
      return true;
    });
  }
  return all;
}

/// Everything that the work may run, by name: more than it does, never less.
std::vector<Code> reachable(const Request& request, const LoopShape& shape) {
  auto by_name = code_by_name(request.project);
  std::vector<Code> codes;
  std::set<std::string, std::less<>> seen = {""};
  auto add = [&](std::string_view name) {
    auto [begin, end] = by_name.equal_range(name);
    for (auto it = begin; it != end; ++it) codes.push_back(it->second);
  };
  for (Node part : shape.work_nodes()) {
    codes.push_back({part, &request.source});
  }
  add("");
  for (std::size_t i = 0; i < codes.size(); ++i) {
    walk(codes[i].node, [&](Node node) {
      if (node.is("identifier") && seen.emplace(node.text()).second) {
        add(node.text());
      }
      return true;
    });
  }
  return codes;
}

bool looks_like_exception(std::string_view base) {
  for (std::string_view end :
       {"Error", "Exception", "Warning", "Interrupt", "Exit", "Iteration"}) {
    if (base.ends_with(end)) return true;
  }
  return false;
}

/// Names of the project's exception classes that construct themselves in a way
/// of their own.
std::set<std::string, std::less<>> odd_exceptions(
    const advisor::Project& project) {
  std::set<std::string, std::less<>> exceptions, odd;
  bool grown = true;
  while (grown) {
    grown = false;
    for (const SourceFile& source : project.files) {
      walk(source.root(), [&](Node node) {
        if (!node.is("class_definition")) return true;
        std::string name(node.field("name").text());
        bool is_exception = false, is_odd = false;
        for (Node base : node.field("superclasses").children()) {
          std::string_view text = base.text();
          text.remove_prefix(text.rfind('.') + 1);
          is_exception |=
              looks_like_exception(text) || exceptions.contains(text);
          is_odd |= odd.contains(text);
        }
        for (Node member : node.field("body").children()) {
          if (member.is("decorated_definition")) {
            member = member.field("definition");
          }
          std::string_view method = member.field("name").text();
          is_odd |= is_exception && member.is("function_definition") &&
                    (method == "__init__" || method == "__new__" ||
                     method.starts_with("__reduce") ||
                     method == "__setstate__" || method == "__getstate__");
        }
        is_odd |= is_exception && node.parent().is("decorated_definition");
        if (is_exception) grown |= exceptions.insert(name).second;
        if (is_odd) grown |= odd.insert(name).second;
        return true;
      });
    }
  }
  return odd;
}

using Spelled = std::set<std::string, std::less<>>;

/// What the project calls StopIteration: that, its subclasses, other names.
Spelled stop_iterations(const advisor::Project& project) {
  Spelled names = {"StopIteration", "StopAsyncIteration"};
  auto known = [&](Node node) {
    const std::string_view text = node.text();
    return names.contains(text.substr(text.rfind('.') + 1));
  };
  for (bool grown = true; grown;) {
    grown = false;
    for (const SourceFile& source : project.files) {
      walk(source.root(), [&](Node node) {
        const bool assigned =
            node.is("assignment") && known(node.field("right"));
        bool derived = false;
        if (node.is("class_definition")) {
          std::span<const Node> bases = node.field("superclasses").children();
          derived = std::any_of(bases.begin(), bases.end(), known);
        }
        const Node name = assigned ? node.field("left") : node.field("name");
        if (assigned || derived) grown |= names.emplace(name.text()).second;
        return true;
      });
    }
  }
  return names;
}

bool raises_stop_iteration(Node node, const Spelled& stops) {
  if (node.is("raise_statement")) {
    bool found = false;
    walk(node, [&](Node part) {
      found |= part.is("identifier") && stops.contains(part.text());
      return !found;
    });
    return found;
  }
  if (!node.is("call")) return false;
  const std::string_view callee = node.field("function").text();
  return (callee == "next" && node.field("arguments").children().size() == 1) ||
         callee.ends_with(".__next__");
}

}  // namespace

std::optional<Reason> raises_oddly(const Request& request,
                                   const LoopShape& shape, bool processes) {
  std::set<std::string, std::less<>> odd;
  if (processes) odd = odd_exceptions(request.project);
  const Spelled stops = stop_iterations(request.project);
  for (const Code& code : reachable(request, shape)) {
    std::optional<Reason> found;
    walk(code.node, [&](Node node) {
      if (found) return false;
      if (raises_stop_iteration(node, stops)) {
        found = Reason{"raises-stop-iteration",
                       "may raise StopIteration, which a pool's results "
                       "cannot carry",
                       {code.source->span(node.range())}};
      } else if (node.is("raise_statement") || node.is("call")) {
        Node made = node.is("call") ? node.field("function") : node;
        walk(made, [&](Node name) {
          if (!name.is("identifier") || !odd.contains(name.text())) return true;
          found = Reason{"exception-not-picklable",
                         "may raise `" + std::string(name.text()) +
                             "`, which has a constructor of its own and may "
                             "not survive the way between processes",
                         {code.source->span(node.range())}};
          return true;
        });
      }
      return true;
    });
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace ppp::rewrite
