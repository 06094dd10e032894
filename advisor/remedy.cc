// SPDX-License-Identifier: Apache-2.0
#include "advisor/remedy.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "advisor/repeated_query.h"

namespace ppp::advisor {
namespace {

/// The ways in which a loop's body uses a variable.
enum class Use {
  kFold,        ///< `x += …`, `x = x + …`, `x = max(x, …)`
  kMembership,  ///< `… in x`
  kAdd,         ///< `x.add(…)`
  kLookUp,      ///< `x[…]`, `x.get(…)`
  kStore,       ///< `x[…] = …`
  kOther,
};

using Uses = std::set<Use>;

Node target_of(Node assignment) { return assignment.field("left"); }

/// `x` is an operand of the value that is assigned to it.
bool feeds_itself(Node name) {
  Node value = name.parent();
  if (value.is("argument_list")) value = value.parent();
  const bool folds =
      value.is("binary_operator") ||
      (value.is("call") && (value.field("function").text() == "max" ||
                            value.field("function").text() == "min"));
  Node assignment = value.parent();
  return folds && assignment.is("assignment") &&
         target_of(assignment).text() == name.text();
}

Use use_of_item(Node subscript) {
  Node parent = subscript.parent();
  const bool assigned =
      parent.is("assignment") && target_of(parent) == subscript;
  return assigned ? Use::kStore : Use::kLookUp;
}

Use use_of(Node name) {
  Node parent = name.parent();
  if (parent.is("augmented_assignment") && target_of(parent) == name) {
    return Use::kFold;
  }
  if (feeds_itself(name)) return Use::kFold;
  if (parent.is("assignment") && target_of(parent) == name) {
    Uses sources;
    walk(parent.field("right"), [&](Node inner) {
      const bool itself = inner.is("identifier") && inner.text() == name.text();
      if (itself && feeds_itself(inner)) sources.insert(Use::kFold);
      return true;
    });
    return sources.empty() ? Use::kOther : Use::kFold;
  }
  if (parent.is("comparison_operator")) {
    const std::vector<Node> words = parent.fields("operators");
    const bool last = parent.children().back() == name;
    const bool in = words.size() == 1 && (words[0].text() == "in" ||
                                          words[0].text().starts_with("not"));
    return last && in ? Use::kMembership : Use::kOther;
  }
  if (parent.is("subscript") && parent.field("value") == name) {
    return use_of_item(parent);
  }
  if (parent.is("attribute") && parent.parent().is("call") &&
      parent.parent().field("function") == parent) {
    if (parent.field("attribute").text() == "add") return Use::kAdd;
    if (parent.field("attribute").text() == "get") return Use::kLookUp;
  }
  return Use::kOther;
}

Uses uses_in(Node body, std::string_view variable) {
  Uses uses;
  walk(body, [&](Node node) {
    if (node.is("identifier") && node.text() == variable) {
      const bool attribute = node.parent().is("attribute") &&
                             node.parent().field("attribute") == node;
      if (!attribute) uses.insert(use_of(node));
    }
    return true;
  });
  return uses;
}

std::string in_quotes(std::string_view text) {
  return "`" + std::string(text) + "`";
}

std::string for_variable(const Loop& loop, const Reason& reason) {
  const Uses uses = uses_in(loop.node.field("body"), reason.subject);
  const std::string name = in_quotes(reason.subject);
  if (uses.empty()) return "";
  if (uses == Uses{Use::kFold}) {
    return name +
           " only takes up what each item gives: let the costly part give it "
           "back without looking at " +
           name + ", and fold it in with a statement of its own";
  }
  if (uses == Uses{Use::kMembership, Use::kAdd}) {
    return name +
           " is only used to skip duplicates: take them out before the loop, "
           "for example with dict.fromkeys()";
  }
  const Uses memo = {Use::kMembership, Use::kLookUp, Use::kStore};
  const bool like_memo =
      uses.contains(Use::kStore) && uses.contains(Use::kLookUp) &&
      std::includes(memo.begin(), memo.end(), uses.begin(), uses.end());
  if (like_memo) {
    return name +
           " is only looked up and filled by key: if it is a memo, "
           "functools.lru_cache on a function of the key says so";
  }
  return "";
}

/// The dotted name that `expression` begins with, up to a call.
std::string_view dotted(std::string_view expression) {
  const std::size_t end =
      std::find_if(expression.begin(), expression.end(),
                   [](unsigned char c) {
                     return !std::isalnum(c) && c != '_' && c != '.';
                   }) -
      expression.begin();
  return expression.substr(0, end);
}

/// An import statement of the file binds `name`.
bool imported(const SourceFile& source, std::string_view name) {
  bool found = false;
  walk(source.root(), [&](Node node) {
    const bool import =
        node.is("import_statement") || node.is("import_from_statement");
    if (!import) return !found;
    for (Node given : node.fields("name")) {
      Node bound = given.is("aliased_import") ? given.field("alias") : given;
      std::string_view text = bound.text();
      found = found || text.substr(0, text.find('.')) == name;
    }
    return false;
  });
  return found;
}

std::string for_unknown(const Loop& loop, const Reason& reason) {
  const std::string_view name = dotted(reason.subject);
  const std::string_view root = name.substr(0, name.find('.'));
  if (root.empty() || !imported(*loop.source, root)) return "";
  return "no effect table says what " + in_quotes(name) +
         " does: an entry for it, or `--allow tested`, would be needed";
}

std::string for_loop(const Loop& loop, const Reason& reason) {
  const std::string_view id = reason.id;
  if (id == "early-exit") {
    return "if later items may be computed in vain, collect the results first "
           "and look for the end among them";
  }
  if (id == "class-body" || id == "in-lambda") {
    return "move the loop into a function";
  }
  if (id == "lazy-source") {
    return "if it ends and what it yields fits into memory, loop over list(" +
           std::string(loop.node.field("right").text()) + ")";
  }
  return "";
}

/// Where each item asks a database for itself (N+1).
std::string for_queries(const Project& project, const Loop& loop) {
  const auto query = repeated_query(loop);
  if (!query) {
    const auto relation = lazy_relationship(project, loop);
    if (!relation) return "";
    return "each item may ask for its " + in_quotes(*relation) +
           " by a query of its own: load them with the items, " +
           in_quotes(".options(selectinload(" + *relation + "))");
  }
  std::string text =
      "ask once for all items, and look each one up in the answer: " +
      in_quotes(query->batched);
  if (query->awaited) {
    text +=
        "; or gather the items, each with a connection of a pool "
        "(asyncpg.create_pool(), psycopg_pool.AsyncConnectionPool), as one "
        "connection does one query at a time";
  }
  return text;
}

std::string for_effect(const Reason& reason) {
  const std::string_view id = reason.id;
  if (id == "effect-file-write") {
    return "let the costly part return what is to be written, and write it in "
           "the loop itself";
  }
  if (id == "effect-random") {
    return "draw the numbers in the loop and pass them on, or give each item a "
           "random.Random of its own with a seed of its own (then the numbers "
           "are others)";
  }
  if (id == "rate-limited") {
    return "if the server bears requests at once, leave the pause out";
  }
  return "";
}

}  // namespace

void add_remedies(const Project& project, const Loop& loop,
                  std::vector<Reason>& reasons) {
  std::set<std::string> said;
  for (Reason& reason : reasons) {
    std::string remedy = reason.remedy;
    if (!remedy.empty()) {
      reason.remedy.clear();  // said once
    } else if (reason.id == "unknown-effect") {
      remedy = for_unknown(loop, reason);
    } else if (!reason.subject.empty()) {
      remedy = for_variable(loop, reason);
    }
    if (remedy.empty()) remedy = for_loop(loop, reason);
    if (remedy.empty()) remedy = for_effect(reason);
    if (said.insert(remedy).second) reason.remedy = remedy;
  }
  if (reasons.empty()) return;
  std::string& first = reasons.front().remedy;
  const std::string asks = for_queries(project, loop);
  if (!asks.empty()) first = asks + (first.empty() ? "" : "; or " + first);
}

}  // namespace ppp::advisor
