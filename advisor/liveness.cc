// SPDX-License-Identifier: Apache-2.0
#include "advisor/liveness.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "advisor/definite.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

NameUse use_of(std::span<const Node> statements) {
  return name_use(statements, [](Node) { return false; });
}

bool any_below(Node root, const std::function<bool(Node)>& test) {
  bool found = false;
  walk(root, [&](Node node) {
    found = found || test(node);
    return !found;
  });
  return found;
}

bool mentions(Node root, std::string_view name) {
  return any_below(root, [&](Node node) {
    return node.is("identifier") && node.text() == name;
  });
}

// Attributes, a module's among them, may be looked up by their names.
bool looks_up_by_text(Node root) {
  return any_below(root, [](Node node) {
    return node.is("identifier") &&
           (node.text() == "getattr" || node.text() == "hasattr" ||
            node.text() == "attrgetter" || node.text() == "runpy" ||
            node.text() == "__dict__");
  });
}

bool quotes(Node root, std::string_view name) {
  return any_below(root, [&](Node node) {
    return node.is("string") && plain_literal(node) == name;
  });
}

bool jumps(Node node) {
  return any_below(node, [](Node inner) {
    return inner.is("break_statement") || inner.is("continue_statement");
  });
}

// Runs at another time than where it stands.
bool is_deferred(Node node) {
  return node.is("function_definition") || node.is("class_definition") ||
         node.is("lambda") || node.is("generator_expression");
}

class Liveness {
 public:
  Liveness(const Project& project, const Loop& loop, std::string_view name)
      : project_(project), loop_(loop), name_(name) {}

  bool run() const {
    if (loop_.function.is("class_definition")) return true;  // an attribute
    if (is_comprehension(loop_.node)) return mentioned_outside();
    return seen_from_elsewhere() || read_later();
  }

 private:
  Node scope() const {
    return loop_.function ? loop_.function : loop_.source->root();
  }

  bool mentioned_outside() const {
    bool found = false;
    walk(scope(), [&](Node node) {
      if (node == loop_.node) return false;
      found |= node.is("identifier") && node.text() == name_;
      return !found;
    });
    return found;
  }

  // By code that does not run in the order of the statements around the loop.
  bool seen_from_elsewhere() const {
    auto deferred = [&](Node node) {
      if (node == scope() || loop_.node.range().contains(node.range())) {
        return false;
      }
      if (node.is("global_statement") || node.is("nonlocal_statement")) {
        return mentions(node, name_);
      }
      if (!is_deferred(node)) return false;
      Names read;
      names_read(node, read);
      return read.contains(name_);
    };
    if (any_below(scope(), deferred)) return true;
    if (loop_.function) return false;
    if (loop_.source->module() != "__main__") return true;
    auto attribute = [&](Node node) {
      return node.is("attribute") && node.field("attribute").text() == name_;
    };
    if (any_below(scope(), attribute)) return true;
    const bool by_text = std::any_of(
        project_.files.begin(), project_.files.end(),
        [](const SourceFile& file) { return looks_up_by_text(file.root()); });
    return std::any_of(
        project_.files.begin(), project_.files.end(),
        [&](const SourceFile& file) {
          return (by_text && quotes(file.root(), name_)) ||
                 (&file != loop_.source && mentions(file.root(), name_));
        });
  }

  // An exception may go on behind it.
  bool guarded(Node block) const {
    for (Node at = block; at != scope(); at = at.parent()) {
      if (at.is("try_statement") || at.is("with_statement")) return true;
    }
    return false;
  }

  bool read_later() const {
    for (Node at = loop_.node; at != scope(); at = at.parent()) {
      Node parent = at.parent();
      if (parent.is("block") || parent.is("module")) {
        std::vector<Node> rest;
        for (Node next = at.next_sibling(); next; next = next.next_sibling()) {
          rest.push_back(next);
        }
        const NameUse use = use_of(rest);
        if (use.exposed.contains(name_)) return true;
        if (use.bound.contains(name_) && !guarded(parent) &&
            std::none_of(rest.begin(), rest.end(), jumps)) {
          return false;
        }
      } else if (parent.is("for_statement") || parent.is("while_statement")) {
        if (use_of({&parent, 1}).exposed.contains(name_)) return true;
      } else if (parent.is("try_statement")) {
        for (Node clause : parent.children()) {
          if (clause != at && mentions(clause, name_)) return true;
        }
      }
    }
    return false;
  }

  const Project& project_;
  const Loop& loop_;
  std::string_view name_;
};

}  // namespace

bool live_after(const Project& project, const Loop& loop,
                std::string_view name) {
  return Liveness(project, loop, name).run();
}

}  // namespace ppp::advisor
