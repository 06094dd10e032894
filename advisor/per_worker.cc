// SPDX-License-Identifier: Apache-2.0
#include "advisor/per_worker.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "advisor/between.h"
#include "advisor/client.h"
#include "advisor/connection.h"
#include "advisor/lent.h"
#include "advisor/made_once.h"
#include "advisor/maker.h"
#include "advisor/repeatable.h"
#include "advisor/route.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

std::string on_line(const SourceFile& source, ByteRange range) {
  return " on line " + std::to_string(source.line_of(range.begin));
}

class Finder {
 public:
  Finder(const Trial& trial, const Piece& piece, const Isolation& isolation)
      : trial_(trial),
        interpreter_(trial.interpreter),
        source_(*trial.loop.source),
        piece_(piece),
        isolation_(isolation) {}

  PerWorkers find();

 private:
  std::optional<Reason> add(ObjectId id, bool used);
  std::optional<Reason> add_near(const Maker& maker, ObjectId id);
  std::optional<Reason> add_client(ObjectId id);
  std::optional<Reason> add_pool(ObjectId id);
  std::optional<Reason> add_elsewhere(ObjectId id, const Route& route);
  std::optional<Reason> refuse_order(const Maker& maker) const;
  std::optional<Reason> refuse_arguments(const Maker& maker, bool cursor) const;
  bool settled(ObjectId id, const Place& place) const;
  std::optional<Reason> add_changes(const Maker& maker, ObjectId id,
                                    PerWorker& made) const;
  bool fetched_first(Node mention) const;
  std::optional<Reason> add_cursor(const Maker& maker);
  Between between(const Maker& maker) const {
    return Between(trial_.loop.node, maker.statement);
  }
  Reason refuse(const std::string& name, const std::string& why,
                Node at) const {
    return one_thread_only(source_, name, why, at);
  }
  const TypeEntry& type_of(ObjectId id) const {
    return *interpreter_.library().type(interpreter_.heap().at(id).name);
  }

  const Trial& trial_;
  const Interpreter& interpreter_;
  const SourceFile& source_;
  const Piece& piece_;
  const Isolation& isolation_;
  PerWorkers found_;
};

PerWorkers Finder::find() {
  for (const auto& [effect, place] : isolation_.work()) {
    if (effect.kind != Effect::Kind::kUses) continue;
    const ObjectId id = effect.subject;
    const TypeEntry* type =
        interpreter_.library().type(interpreter_.heap().at(id).name);
    const bool judged =
        type && type->per_thread.possible && !isolation_.is_private(id);
    if (!judged || !found_.objects.add(id)) continue;
    if (auto refused = add(id, true)) {
      if (place.source) refused->spans.push_back(place.span());
      refused->remedy = type->remedy;
      found_.reasons.push_back(std::move(*refused));
    }
  }
  if (!found_.reasons.empty()) found_.made.clear();
  return std::move(found_);
}

/// A copy of it.
std::optional<Reason> Finder::add_client(ObjectId id) {
  const auto found = route_to(trial_, piece_, isolation_, id);
  if (const auto* refused = std::get_if<Reason>(&found)) return *refused;
  const Route& route = std::get<Route>(found);
  // One of several things that the variable may be is copied like the others.
  for (ObjectId other : values_of(interpreter_, route)) {
    const Object& object = interpreter_.heap().at(other);
    const TypeEntry* type = interpreter_.library().type(object.name);
    if (type && type->per_thread.role == "client") continue;
    return one_thread_only(source_, route.text(), "may be something else",
                           trial_.loop.node);
  }
  if (auto refused = client_conflict(trial_, isolation_, route, id)) {
    return refused;
  }
  PerWorker made;
  made.name = route.name;
  made.attribute = route.attribute;
  made.copied = true;
  made.readers = route.readers;
  made.close = PerWorker::Close::kWith;
  const bool known = std::find(found_.made.begin(), found_.made.end(), made) !=
                     found_.made.end();
  if (!known) found_.made.push_back(std::move(made));
  return std::nullopt;
}

/// Made once, in another function, or asked for by others.
std::optional<Reason> Finder::add_elsewhere(ObjectId id, const Route& route) {
  auto found = made_once(trial_, isolation_, route, id);
  if (auto* refused = std::get_if<Reason>(&found)) return std::move(*refused);
  PerWorker& made = std::get<PerWorker>(found);
  const bool known = std::find(found_.made.begin(), found_.made.end(), made) !=
                     found_.made.end();
  if (!known) found_.made.push_back(std::move(made));
  return std::nullopt;
}

std::optional<Reason> Finder::add_pool(ObjectId id) {
  const auto lent = lends(trial_, piece_, id);
  if (const auto* refused = std::get_if<Reason>(&lent)) return *refused;
  if (auto closes = isolation_.rest_writes_to(Value(id), "*")) return closes;
  const int most = std::get<int>(lent);
  int& bound = found_.most_workers;
  bound = bound == 0 ? most : std::min(bound, most);
  return std::nullopt;
}

/// `used`: by the work itself, not only to make what it uses.
std::optional<Reason> Finder::add(ObjectId id, bool used) {
  const std::string& role = type_of(id).per_thread.role;
  if (role == "client") return add_client(id);
  if (role == "pool") return add_pool(id);
  const auto maker = maker_of(trial_, id);
  if (!maker && role == "cursor") {
    return Reason{"one-thread-only",
                  isolation_.describe(id) +
                      " belongs to one thread at a time, and is not made for "
                      "one variable of the loop's function or module",
                  {trial_.loop.hot.span},
                  isolation_.variable_of(id)};
  }
  if (used) {
    const auto found = route_to(trial_, piece_, isolation_, id);
    if (const auto* refused = std::get_if<Reason>(&found)) return *refused;
    const Route& route = std::get<Route>(found);
    const bool named = maker && route.text() == maker->name &&
                       route.readers.empty() &&
                       route.holder == interpreter_.canonical(maker->scope) &&
                       is_function_of_loop(interpreter_, maker->scope);
    if (!named && role != "cursor") return add_elsewhere(id, route);
    if (!named) {
      return refuse(maker->name, "the work does not get it by this name",
                    maker->call);
    }
  }
  const bool known = std::any_of(
      found_.made.begin(), found_.made.end(),
      [&](const PerWorker& one) { return one.name == maker->name; });
  return known ? std::nullopt : add_near(*maker, id);
}

/// Made in the loop's function or module, for the variable by which the work
/// gets it.
std::optional<Reason> Finder::add_near(const Maker& maker, ObjectId id) {
  if (auto refused = refuse_order(maker)) return refused;
  const PerThread& kind = type_of(id).per_thread;
  PerWorker made;
  made.name = maker.name;
  made.made = maker.call.range();
  made.argument = kind.argument;
  if (kind.closed_by == "closing") made.close = PerWorker::Close::kClosing;
  if (kind.closed_by == "with") made.close = PerWorker::Close::kWith;
  const bool cursor = kind.role == "cursor";
  if (auto refused = refuse_arguments(maker, cursor)) return refused;
  const Connection connection{trial_, piece_, isolation_, maker, id};
  if (kind.role == "server") {
    made.session = true;
    if (auto refused = own_statement(connection)) return refused;
  } else if (cursor) {
    if (auto refused = add_cursor(maker)) return refused;
  }
  if (auto refused = add_changes(maker, id, made)) return refused;
  const std::optional<Reason> refused =
      kind.role == "file"     ? file_conflict(connection, made)
      : kind.role == "server" ? session_conflict(connection, made)
                              : std::nullopt;
  if (refused) return refused;
  found_.made.push_back(std::move(made));
  return std::nullopt;
}

/// It is surely made when the loop begins, and the loop is reached from there.
std::optional<Reason> Finder::refuse_order(const Maker& maker) const {
  const ByteRange loop = trial_.loop.hot.range;
  const Node block = maker.statement.is("with_statement")
                         ? maker.statement.field("body")
                         : maker.statement.parent();
  if (is_function_of_loop(interpreter_, maker.scope) &&
      block.range().contains(loop) && maker.call.range().end <= loop.begin) {
    return std::nullopt;
  }
  return refuse(maker.name, "may not be made when the loop begins", maker.call);
}

std::optional<Reason> Finder::refuse_arguments(const Maker& maker,
                                               bool cursor) const {
  const Between after = between(maker);
  const Repeatable repeatable(trial_, &after);
  for (Node argument : maker.call.field("arguments").children()) {
    const Node value =
        argument.is("keyword_argument") ? argument.field("value") : argument;
    if (repeatable.gives_the_same(value, maker.scope)) continue;
    return refuse(maker.name,
                  "`" + std::string(value.text()) +
                      "` may give something else where the loop begins",
                  value);
  }
  const Node function = maker.call.field("function");
  if (cursor || repeatable.gives_the_same(function, maker.scope)) {
    return std::nullopt;
  }
  return refuse(
      maker.name,
      "`" + std::string(function.text()) + "` may be something else later",
      function);
}

/// Rows are changed by it, which other sessions see as it does.
bool Finder::settled(ObjectId id, const Place& place) const {
  const std::string_view text = place.source->slice(place.range);
  if (text.find(".execute") == std::string_view::npos) return false;
  ObjectId connection = id;
  if (type_of(id).per_thread.role == "cursor") {
    const Value sources(interpreter_.heap().at(id).lazy_sources);
    if (sources.size() != 1) return false;
    connection = *sources.begin();
  }
  const auto maker = maker_of(trial_, connection);
  return maker && type_of(connection).per_thread.role == "server" &&
         is_settled({trial_, piece_, isolation_, *maker, connection}, place);
}

/// Every change of it is made again for the workers, or comes later.
std::optional<Reason> Finder::add_changes(const Maker& maker, ObjectId id,
                                          PerWorker& made) const {
  const std::vector<std::string>& attributes = type_of(id).settable;
  const Between after = between(maker);
  if (interpreter_.heap().at(id).escaped) {
    return refuse(maker.name, "unknown code may hold it", maker.call);
  }
  if (interpreter_.heap().at(id).fields.contains("<altered>")) {
    return refuse(maker.name, "no entry describes all that is done with it",
                  maker.call);
  }
  const std::uint32_t ready = trial_.loop.hot.range.begin;
  for (const Place& place : interpreter_.changes_of(id)) {
    const Node at = place.source == &source_
                        ? node_at(source_.root(), place.range)
                        : Node();
    const bool leaves = maker.statement.is("with_statement") &&
                        place.range.contains(maker.call.range());
    if (leaves) continue;
    const Node callee = at.is("call") ? at.field("function") : at;
    const bool own = callee.is("attribute") &&
                     callee.field("object").text() == maker.name &&
                     function_of(at) == function_of(maker.statement);
    const std::string name(callee.field("attribute").text());
    const Node assignment = at.parent();
    const bool configures =
        own &&
        std::find(attributes.begin(), attributes.end(), name) !=
            attributes.end() &&
        assignment.is("assignment") && assignment.field("left") == at &&
        assignment.parent().parent() == maker.statement.parent() &&
        at.range().end <= ready &&
        Repeatable(trial_, &after)
            .gives_the_same(assignment.field("right"), maker.scope);
    if (configures) {
      made.configured.push_back(assignment.range());
      continue;
    }
    const bool closes =
        own && at.is("call") && name == "close" && after.is_behind(at);
    if (closes || settled(id, place)) continue;
    Reason reason = refuse(maker.name,
                           "`" + std::string(place.source->slice(place.range)) +
                               "`" + on_line(*place.source, place.range) +
                               " changes it: another one would differ",
                           maker.call);
    reason.spans.push_back(place.span());
    return reason;
  }
  return std::nullopt;
}

/// The call `name.execute(…)` that is evaluated first in `statement`.
Node executes_first(Node statement, const std::string& name) {
  Node node = statement;
  if (node.is("expression_statement")) node = node.child(0);
  if (node.is("assignment")) node = node.field("right");
  while (node.is("call")) {
    const Node callee = node.field("function");
    if (!callee.is("attribute")) return {};
    if (callee.field("object").text() == name) {
      return callee.field("attribute").text() == "execute" ? node : Node();
    }
    node = callee.field("object");
  }
  return {};
}

/// `for row in cur.fetchall():` has the rows before the first iteration.
bool Finder::fetched_first(Node mention) const {
  const Node source = trial_.loop.node.field("right");
  const Node method = mention.parent().field("attribute");
  if (!source || !source.range().contains(mention.range()) ||
      (method.text() != "fetchall" && method.text() != "fetchmany")) {
    return false;
  }
  for (Node at = mention; !(at == trial_.loop.node); at = at.parent()) {
    if (at.is("lambda") || is_comprehension(at)) return false;
  }
  return true;
}

/// What is fetched from it is what the same iteration has asked for, and what
/// the last one asked for is not fetched later.
std::optional<Reason> Finder::add_cursor(const Maker& maker) {
  const Node origin = maker.call.field("function").field("object");
  const int holder = interpreter_.resolve(origin.text(), maker.scope);
  const Value connections = origin.is("identifier") && holder >= 0
                                ? interpreter_.variable(holder, origin.text())
                                : Value();
  if (connections.size() != 1) {
    return refuse(maker.name, "what it is made from is not known", maker.call);
  }
  for (const auto& [effect, place] : interpreter_.all_effects()) {
    const bool named = effect.kind == Effect::Kind::kOutside &&
                       effect.name == "database" && place.source == &source_ &&
                       place.range == maker.call.range();
    if (!named) continue;
    return refuse(maker.name,
                  "the server keeps it under its name, for its session",
                  maker.call);
  }
  const ObjectId connection = *connections.begin();
  const bool near = maker_of(trial_, connection).has_value();
  const Route way = {std::string(origin.text()), holder, "", {}};
  if (auto refused =
          near ? add(connection, false) : add_elsewhere(connection, way)) {
    return refused;
  }
  for (const PerWorker& one : found_.made) {
    for (ByteRange configured : one.configured) {
      if (configured.end <= maker.call.range().begin) continue;
      return refuse(maker.name,
                    "its connection is configured" +
                        on_line(source_, configured) + ", after it was made",
                    maker.call);
    }
  }
  Node first;
  for (Node node : piece_.nodes) {
    const std::vector<Node> mentions = mentions_of(node, maker.name);
    if (mentions.empty()) continue;
    first = executes_first(node, maker.name);
    const bool early = first &&
                       mentions.front().range().begin == first.range().begin &&
                       (mentions.size() == 1 ||
                        mentions[1].range().begin >= first.range().end);
    if (!early) first = Node();
    break;
  }
  if (!first) {
    return refuse(maker.name,
                  "an iteration may fetch what another one has asked for",
                  maker.call);
  }
  const Between after = between(maker);
  bool settled = false;  // something new is asked for before it is read
  const Node scope = interpreter_.scope_at(maker.scope).node;
  for (Node mention : mentions_of(scope, maker.name)) {
    const ByteRange range = mention.range();
    const bool closes = mention.parent().is("attribute") &&
                        mention.parent().field("attribute").text() == "close";
    const bool before =
        (range.begin < trial_.loop.hot.range.begin || fetched_first(mention)) &&
        !after.in_outer_loop(range);
    if (piece_.covers(mention) || closes || before) continue;
    const Node statement = enclosing(mention, {"expression_statement"});
    const bool asks =
        statement && !after.contains(range) &&
        statement.parent().range().contains(trial_.loop.hot.range) &&
        executes_first(statement, maker.name);
    settled = settled || asks;
    // For no rows it leaves the cursor as it is, and reads nothing of it.
    const Node method = mention.parent().field("attribute");
    const bool stores =
        method.text() == "executemany" && !after.contains(range) &&
        mention.parent().parent().parent().is("expression_statement");
    if (settled || stores) continue;
    return refuse(maker.name,
                  "is used" + on_line(source_, range) +
                      " as the last iteration may have left it",
                  mention);
  }
  return std::nullopt;
}

}  // namespace

PerWorkers per_workers(const Trial& trial, const Piece& piece,
                       const Isolation& isolation) {
  return Finder(trial, piece, isolation).find();
}

}  // namespace ppp::advisor
