// SPDX-License-Identifier: Apache-2.0
// Connections to database servers: sessions.

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

#include "advisor/assumption.h"
#include "advisor/between.h"
#include "advisor/connection.h"
#include "advisor/repeated_query.h"
#include "advisor/sql.h"

namespace ppp::advisor {
Node survival_below(Node root) {
  Node found;
  walk(root, [&](Node node) {
    const bool survives = node.is("except_clause") ||
                          node.is("except_group_clause") ||
                          (node.is("identifier") && node.text() == "suppress");
    if (survives && !found) found = node;
    return !found;
  });
  return found;
}

std::vector<ObjectId> itself_and_cursors(const Interpreter& interpreter,
                                         ObjectId connection) {
  const Heap& heap = interpreter.heap();
  std::vector<ObjectId> all = {connection};
  for (ObjectId id = 0; id < heap.size(); ++id) {
    if (Value(heap.at(id).lazy_sources).contains(connection)) all.push_back(id);
  }
  return all;
}

bool is_database_effect(const Interpreter& interpreter, const Place& place) {
  const Effects& all = interpreter.all_effects();
  return std::any_of(all.begin(), all.end(), [&](const Effects::Entry& one) {
    return one.first.kind == Effect::Kind::kOutside &&
           one.first.name == "database" && one.second.source == place.source &&
           one.second.range == place.range;
  });
}

Node unknown_manager(const Interpreter& interpreter, Node with) {
  Node found;
  walk(with.child(0), [&](Node node) {
    if (!node.is("with_item")) return !found;
    Node entered = node.field("value");
    if (entered.is("as_pattern")) entered = entered.child(0);
    const Value managers = interpreter.value_of(entered);
    const bool known =
        std::all_of(managers.begin(), managers.end(), [&](ObjectId id) {
          const Object& manager = interpreter.heap().at(id);
          return manager.kind == Object::Kind::kLibraryInstance &&
                 !manager.name.starts_with("contextlib.");
        });
    if (!known) found = entered;
    return false;
  });
  return found;
}

namespace {

class Session {
 public:
  explicit Session(const Connection& connection)
      : trial_(connection.trial),
        interpreter_(trial_.interpreter),
        source_(*trial_.loop.source),
        maker_(connection.maker),
        id_(connection.id),
        between_(trial_.loop.node, maker_.statement) {}

  std::optional<Reason> own_statement() const;
  bool is_settled(const Place& place) const;
  std::optional<Reason> conflict(const PerWorker& made) const;

 private:
  bool is_committed(Node call) const;
  bool is_own(const Place& place) const;
  std::optional<Reason> refuse_altered() const;
  bool autocommits(const PerWorker& made) const;
  Node function() const { return interpreter_.scope_at(maker_.scope).node; }
  std::vector<Node> nodes_between() const;
  std::optional<Reason> refuse_environment() const;
  std::optional<Reason> refuse_other_writes() const;
  std::optional<Reason> refuse_survival() const;
  std::optional<Reason> refuse_handler(Node around) const;
  std::optional<Reason> refuse_use_behind(Node survives) const;
  Reason refuse(const std::string& why, const Place& at) const {
    Reason reason = one_thread_only(source_, maker_.name, why, maker_.call);
    reason.spans.push_back(at.span());
    return reason;
  }
  Reason refuse(const std::string& why, const SourceFile& file, Node at) const {
    return refuse(why, Place{&file, at.range()});
  }

  const Trial& trial_;
  const Interpreter& interpreter_;
  const SourceFile& source_;
  const Maker& maker_;
  const ObjectId id_;
  const Between between_;
};

/// A statement that may write, through it or one of its cursors.
std::optional<Reason> Session::own_statement() const {
  if (!interpreter_.heap().at(id_).fields.contains("<writes>")) {
    return std::nullopt;
  }
  std::optional<Place> found;  // best where its SQL stands
  bool asks = false;
  bool written = false;
  for (ObjectId id : itself_and_cursors(interpreter_, id_)) {
    for (const Place& place : interpreter_.changes_of(id)) {
      if (asks || !is_database_effect(interpreter_, place)) continue;
      written = true;
      if (is_settled(place)) continue;
      asks = place.source->slice(place.range).find(".execute") !=
             std::string_view::npos;
      if (!found || asks) found = place;
    }
  }
  if (!found && written) return std::nullopt;
  if (!found) found = Place{&source_, maker_.call.range()};
  return refuse(
      "only its own session may see what is done by " + doubt_about(*found),
      *found);
}

bool Session::is_settled(const Place& place) const {
  const Node call =
      place.source == &source_ ? node_at(source_.root(), place.range) : Node();
  const ByteRange loop = trial_.loop.hot.range;
  const bool behind = call && between_.is_behind(call);
  const bool before = call && call.range().end <= loop.begin &&
                      !between_.in_outer_loop(call.range());
  // What is written in a generator runs later than it stands.
  if (!call || function_of(call) != function_of(maker_.statement) ||
      enclosing(call, {"generator_expression", "lambda"})) {
    return false;
  }
  // What leaving a `with` does: that of the connection itself, or `with conn:`.
  const Node item = enclosing(call, {"with_item"});
  if (item && (call.range().contains(maker_.call.range()) ||
               call.text() == maker_.name)) {
    const Node with = enclosing(item, {"with_statement"});
    return !loop.contains(with.range()) &&
           !between_.in_outer_loop(with.range());
  }
  if (!call.is("call") || (!behind && !before)) return false;
  const std::string_view method =
      call.field("function").field("attribute").text();
  if (method == "commit" || method == "rollback" || method == "close") {
    return true;
  }
  const auto sql = written_query(source_, call);
  const bool rows = (method == "execute" || method == "executemany") && sql &&
                    only_changes_rows(*sql);
  return rows && (behind || is_committed(call));
}

/// The connection commits between `call` and the loop, whatever happens.
bool Session::is_committed(Node call) const {
  const Node block = maker_.statement.is("with_statement")
                         ? maker_.statement.field("body")
                         : maker_.statement.parent();
  const std::span<const Node> statements = block.children();
  return std::any_of(statements.begin(), statements.end(), [&](Node one) {
    return one.is("expression_statement") &&
           one.text() == maker_.name + ".commit()" &&
           one.range().begin >= call.range().end &&
           one.range().end <= trial_.loop.hot.range.begin;
  });
}

/// Of this connection: own_statement() has judged it.
bool Session::is_own(const Place& place) const {
  if (place.source == &source_) {
    const Node call = node_at(source_.root(), place.range);
    const bool ends =
        call.field("function").field("object").text() == maker_.name &&
        function_of(call) == function_of(maker_.statement);
    if (ends || place.range.contains(maker_.call.range())) return true;
  }
  for (ObjectId id : itself_and_cursors(interpreter_, id_)) {
    for (const Place& change : interpreter_.changes_of(id)) {
      if (change.source == place.source && change.range == place.range) {
        return true;
      }
    }
  }
  return false;
}

/// What no table knows may be done with one of its cursors.
std::optional<Reason> Session::refuse_altered() const {
  for (ObjectId id : itself_and_cursors(interpreter_, id_)) {
    const Object& object = interpreter_.heap().at(id);
    if (!object.fields.contains("<altered>")) continue;
    return refuse("no entry describes all that is done with the `" +
                      object.name + "` made there",
                  Place{object.source, object.site.range()});
  }
  return std::nullopt;
}

/// Every statement is a transaction of its own.
bool Session::autocommits(const PerWorker& made) const {
  const Node given = keyword(maker_.call, "autocommit");
  bool on = given && given.is("true");
  for (ByteRange range : made.configured) {
    const Node assignment = node_at(source_.root(), range);
    const Node left = assignment.field("left");
    if (left.field("attribute").text() != "autocommit") continue;
    on = assignment.field("right").is("true");
  }
  return on;
}

/// What stands between it and the end of the loop.
std::vector<Node> Session::nodes_between() const {
  std::vector<Node> nodes;
  walk(function(), [&](Node node) {
    if (!between_.contains(node.range())) return true;
    nodes.push_back(node);
    return false;
  });
  return nodes;
}

/// Drivers read it where they connect.
std::optional<Reason> Session::refuse_environment() const {
  const Effects& all = interpreter_.all_effects();
  const auto changed = all.find_outside("process-state");
  if (changed == all.end()) return std::nullopt;
  return refuse("the program changes the environment that connecting may read",
                changed->second);
}

/// A transaction that has begun may not see what other sessions write; one that
/// a worker begins does.
std::optional<Reason> Session::refuse_other_writes() const {
  std::set<std::string_view> names;
  for (Node node : nodes_between()) add_identifiers(node, names);
  const std::vector<NamedFunction> reached =
      functions_named(trial_.project, std::move(names));
  for (const auto& [effect, place] : interpreter_.all_effects()) {
    const bool writes =
        effect.kind == Effect::Kind::kOutside && effect.name == "database";
    if (!writes) continue;
    const bool near =
        place.source == &source_ && between_.contains(place.range);
    const bool called = std::any_of(
        reached.begin(), reached.end(), [&](const NamedFunction& one) {
          return one.source == place.source &&
                 one.node.range().contains(place.range);
        });
    if ((!near && !called) || is_own(place)) continue;
    return refuse("before the loop has ended the program " +
                      std::string("writes through another session: ") +
                      doubt_about(place),
                  place);
  }
  return std::nullopt;
}

/// One failed statement makes all later ones of its transaction fail: in the
/// program those of all items, in a worker its own.
std::optional<Reason> Session::refuse_survival() const {
  const Node loop = trial_.loop.node;
  const std::string why =
      "a query that fails makes those behind it fail, too, unless each is a "
      "transaction of its own (autocommit)";
  if (Node survives = survival_below(loop))
    return refuse(why, source_, survives);
  std::set<std::string_view> names;
  add_identifiers(loop, names);
  for (const NamedFunction& one :
       functions_named(trial_.project, std::move(names))) {
    if (Node survives = survival_below(one.node)) {
      return refuse(why, *one.source, survives);
    }
  }
  const Node end = function();
  for (Node at = loop.parent(); at && !(at == end); at = at.parent()) {
    if (auto refused = refuse_handler(at)) return refused;
  }
  return std::nullopt;
}

/// `around` stands around the loop: if the program goes on behind it after a
/// failure, nothing is asked there.
std::optional<Reason> Session::refuse_handler(Node around) const {
  if (around.is("with_statement") && !(around == maker_.statement)) {
    if (Node manager = unknown_manager(interpreter_, around)) {
      return refuse("what leaving `" + std::string(manager.text()) +
                        "` does after a query has failed is not looked at",
                    source_, manager);
    }
  }
  if (!around.is("try_statement")) return std::nullopt;
  const Node survives = around.children().back();  // a handler, or `finally`
  if (between_.in_outer_loop(around.range())) {
    return refuse("the loop may be run again after a query has failed", source_,
                  survives);
  }
  return refuse_use_behind(survives);
}

std::optional<Reason> Session::refuse_use_behind(Node survives) const {
  std::vector<std::string> names = {maker_.name};
  walk(function(), [&](Node node) {
    const bool makes = node.is("call") &&
                       node.field("function").text() == maker_.name + ".cursor";
    if (!makes) return true;
    Node bound = node.parent().field("left");
    if (!bound) bound = node.parent().child(1).child(0);
    names.emplace_back(bound.text());
    return true;
  });
  for (const std::string& name : names) {
    for (Node mention : mentions_of(function(), name)) {
      const std::string_view used =
          mention.parent().is("attribute")
              ? mention.parent().field("attribute").text()
              : "";
      const bool ends = used == "close" || used == "rollback";
      if (!between_.is_behind(mention) || ends) continue;
      Reason reason = refuse(
          "is used on line " + std::to_string(mention.line()) +
              ", where a query that has failed would make others fail, too",
          source_, mention);
      reason.spans.push_back(source_.span(survives.range()));
      return reason;
    }
  }
  return std::nullopt;
}

std::optional<Reason> Session::conflict(const PerWorker& made) const {
  if (auto refused = refuse_altered()) return refused;
  if (auto refused = refuse_environment()) return refused;
  if (auto refused = refuse_other_writes()) return refused;
  const TypeEntry& type =
      *interpreter_.library().type(interpreter_.heap().at(id_).name);
  if (!type.per_thread.spoiled_by_failure || autocommits(made)) {
    return std::nullopt;
  }
  return refuse_survival();
}

}  // namespace

std::optional<Reason> own_driver(const Project& project) {
  static constexpr std::array<std::string_view, 9> kWords = {
      "adapters", "converters", "conversions",       "encoders",  "decoders",
      "notices",  "notifies",   "set_wait_callback", "connection"};
  std::optional<Reason> found;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      if (!node.is("identifier") || found) return !found;
      const std::string_view word = node.text();
      const bool attribute = node.parent().is("attribute") &&
                             node.parent().field("attribute") == node;
      // `cur.connection`, but not `pool.connection()` or `self.connection`
      const Node around = node.parent().parent();
      const bool called = attribute && around.is("call") &&
                          around.field("function") == node.parent();
      const bool known =
          std::find(kWords.begin(), kWords.end(), word) != kWords.end() &&
          ((attribute && !called &&
            node.parent().field("object").text() != "self") ||
           word != "connection");
      if (!known && !word.starts_with("register_")) return true;
      found = Reason{"own-driver",
                     "`" + std::string(word) + "` on line " +
                         std::to_string(node.line()) +
                         " may change how the driver of a database works",
                     {file.span(node.range())},
                     std::string(word)};
      return false;
    });
  }
  return found;
}

bool is_settled(const Connection& connection, const Place& place) {
  return Session(connection).is_settled(place);
}

std::optional<Reason> own_statement(const Connection& connection) {
  return Session(connection).own_statement();
}

std::optional<Reason> session_conflict(const Connection& connection,
                                       const PerWorker& made) {
  return Session(connection).conflict(made);
}

}  // namespace ppp::advisor
