// SPDX-License-Identifier: Apache-2.0
#include "advisor/made_once.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "advisor/assumption.h"
#include "advisor/connection.h"
#include "advisor/making.h"
#include "advisor/once.h"
#include "advisor/repeatable.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

class MadeOnce {
 public:
  MadeOnce(const Trial& trial, const Isolation& isolation, const Route& route,
           ObjectId id)
      : trial_(trial),
        interpreter_(trial.interpreter),
        source_(*trial.loop.source),
        isolation_(isolation),
        route_(route),
        id_(id),
        type_(*interpreter_.library().type(interpreter_.heap().at(id).name)) {}

  std::variant<PerWorker, Reason> make();

 private:
  std::optional<Reason> find_course();
  std::optional<Reason> write(PerWorker& made) const;
  std::optional<Reason> refuse_changes(PerWorker& made) const;
  std::vector<Node> configuration() const;
  bool leaves_with(const Place& place) const;
  bool leaves_behind(const Place& place) const;
  std::optional<Reason> refuse_file(PerWorker& made) const;
  std::optional<Reason> refuse_near_file() const;
  std::optional<Node> more_than_plain(Node block, Node from, Node to) const;
  bool is_plain(Node statement) const;
  bool calls_only(Node statement, Node call) const;
  Reason refuse(const std::string& why) const {
    return refuse(why,
                  Place{&source_, interpreter_.heap().at(id_).site.range()});
  }
  Reason refuse(const std::string& why, const Place& place) const {
    Reason reason =
        one_thread_only(source_, route_.text(), why, trial_.loop.node);
    reason.spans.push_back(place.span());
    return reason;
  }

  const Trial& trial_;
  const Interpreter& interpreter_;
  const SourceFile& source_;
  const Isolation& isolation_;
  const Route& route_;
  const ObjectId id_;
  const TypeEntry& type_;
  std::optional<Course> course_;
};

std::variant<PerWorker, Reason> MadeOnce::make() {
  const Value held = values_of(interpreter_, route_);
  if (held.size() != 1) {
    return refuse("may be something else than what is made there");
  }
  // So is all that has escaped.
  if (const Object& object = interpreter_.heap().at(id_);
      object.fields.contains("<altered>")) {
    return refuse(object.escaped
                      ? "unknown code may hold it"
                      : "no entry describes all that is done with it");
  }
  if (auto refused = find_course()) return *refused;
  PerWorker made;
  made.name = route_.name;
  made.attribute = route_.attribute;
  made.readers = route_.readers;
  if (auto refused = write(made)) return *refused;
  if (auto refused = refuse_changes(made)) return *refused;
  if (type_.per_thread.role == "file") {
    if (auto refused = refuse_file(made)) return *refused;
    return made;
  }
  made.session = true;
  if (auto refused =
          session_conflict(trial_, route_.text(), id_, *course_, made)) {
    return *refused;
  }
  return made;
}

/// It is made once, and what may run from then on is known.
std::optional<Reason> MadeOnce::find_course() {
  const Object& object = interpreter_.heap().at(id_);
  if (object.source != &source_ || !object.site.is("call")) {
    return refuse("is not made in the file of the loop",
                  Place{object.source, object.site.range()});
  }
  std::vector<OncePlace> chain = once_chain(interpreter_, source_, object.site);
  const bool once = !chain.empty();
  course_ =
      Course::find(interpreter_, std::move(chain), source_, trial_.loop.node);
  if (course_) return std::nullopt;
  return refuse(
      once ? "not all calls are seen that lead from where it is made to the "
             "loop"
           : "may be made more than once, as far as the names of functions "
             "tell");
}

std::optional<Reason> MadeOnce::write(PerWorker& made) const {
  const PerThread& kind = type_.per_thread;
  const Node call = course_->chain().front().node;
  made.made = call.range();
  made.argument = kind.argument;
  made.close = kind.closed_by == "with" ? PerWorker::Close::kWith
                                        : PerWorker::Close::kClosing;
  Making making = making_of(trial_, course_->chain());
  if (making.missing) {
    return refuse("`" + std::string(making.missing.text()) +
                      "` is not to be had where the loop begins",
                  Place{&source_, making.missing.range()});
  }
  if (making.call != call.text()) made.call = std::move(making.call);
  return std::nullopt;
}

/// The assignments to its attributes that follow right where it is made.
std::vector<Node> MadeOnce::configuration() const {
  std::vector<Node> found;
  const Node making = course_->chain().front().node.parent();
  if (!making.is("assignment")) return found;
  const std::string_view target = making.field("left").text();
  for (Node next = making.parent().next_sibling();
       next.is("expression_statement"); next = next.next_sibling()) {
    const Node assignment = next.child(0);
    const Node left = assignment.field("left");
    if (!assignment.is("assignment") || left.field("object").text() != target) {
      break;
    }
    found.push_back(assignment);
  }
  return found;
}

/// It happens when a `with` of the level's function is left.
bool MadeOnce::leaves_with(const Place& place) const {
  const OncePlace& level = course_->chain()[course_->level()];
  if (place.source != level.source) return false;
  const Node node = node_at(place.source->root(), place.range);
  return node &&
         enclosing(node, {"with_item", "with_statement"}).is("with_item") &&
         function_of(node) == level.function;
}

/// The loop has ended by then.
bool MadeOnce::leaves_behind(const Place& place) const {
  const Node with =
      enclosing(node_at(place.source->root(), place.range), {"with_statement"});
  return with.range().contains(course_->nodes().back().range());
}

/// Every change of it is made again for the workers, or comes later.
std::optional<Reason> MadeOnce::refuse_changes(PerWorker& made) const {
  const std::vector<Node> configuring = configuration();
  // Names mean there what they mean where the loop begins, or it is refused.
  const int scope = scope_of(interpreter_, course_->chain().front());
  for (const Place& place : interpreter_.changes_of(id_)) {
    const auto configures =
        std::find_if(configuring.begin(), configuring.end(), [&](Node one) {
          return place.source == &source_ &&
                 one.field("left").range() == place.range;
        });
    if (configures == configuring.end()) {
      const bool later =
          leaves_with(place) ? leaves_behind(place) : !course_->may_run(place);
      if (later) continue;
      return refuse("`" + std::string(place.source->slice(place.range)) + "`" +
                        on_line(place) +
                        " may change it before the loop has ended",
                    place);
    }
    const std::string name(configures->field("left").field("attribute").text());
    const Node right = configures->field("right");
    const bool settable =
        std::find(type_.settable.begin(), type_.settable.end(), name) !=
        type_.settable.end();
    if (!settable ||
        !Repeatable(trial_, nullptr).gives_the_same(right, scope)) {
      return refuse("`" + std::string(configures->text()) + "`" +
                        on_line(place) + " cannot be repeated for another one",
                    place);
    }
    made.configured.push_back(configures->range());
  }
  return std::nullopt;
}

std::optional<Reason> MadeOnce::refuse_file(PerWorker& made) const {
  const Node call = course_->chain().front().node;
  if (auto refused = no_plain_file(trial_, route_.text(), call, id_, made)) {
    return refused;
  }
  if (auto refused = refuse_near_file()) return refused;
  return isolation_.changes_files();
}

/// As where it is made in the loop's function: it is written down what may
/// stand between it and the loop.
std::optional<Reason> MadeOnce::refuse_near_file() const {
  const std::vector<OncePlace>& chain = course_->chain();
  std::optional<Node> more;
  Node at = chain.front().node;
  for (std::size_t level = 0; level < course_->level() && !more; ++level) {
    const Node body = chain[level].function.field("body");
    more = more_than_plain(body, chain[level].node, Node());
  }
  at = chain[course_->level()].node;
  if (course_->way().empty()) {
    return refuse(
        "the loop may be reached in several ways, in which its database may "
        "change");
  }
  for (Node hop : course_->way()) {
    if (more) break;
    const Node function = function_of(hop);
    const Node block = function ? function.field("body") : source_.root();
    more = more_than_plain(block, at, hop);
    at = Node();
  }
  if (!more) return std::nullopt;
  return refuse("`" + std::string(more->text().substr(0, 40)) + "` on line " +
                    std::to_string(more->line()) +
                    " may change its database, or put another in its place",
                Place{&source_, more->range()});
}

/// The first statement of `block`, behind that of `from` and up to that of
/// `to`, that is more than plain; null nodes: from the start, to the end.
std::optional<Node> MadeOnce::more_than_plain(Node block, Node from,
                                              Node to) const {
  Node with = from ? enclosing(from, {"with_statement"}) : Node();
  if (with && block.range().contains(with.range()) &&
      enclosing(from, {"with_item"})) {
    if (!(with.parent() == block) || with.child(0).children().size() != 1 ||
        (to && !with.range().contains(to.range()))) {
      return with;
    }
    block = with.field("body");
    from = Node();
  }
  for (Node statement : block.children()) {
    if (from && statement.range().end <= from.range().begin) continue;
    if (from && statement.range().contains(from.range())) {
      const bool one = to && statement.range().contains(to.range());
      if (!calls_only(statement, from) && !one) return statement;
      if (one)
        return to.range().contains(from.range()) ? std::optional<Node>()
                                                 : statement;
      continue;
    }
    if (to && statement.range().contains(to.range())) {
      const bool loop = to == trial_.loop.node;
      const bool near = statement.is("expression_statement") ||
                        statement.is("return_statement") ||
                        (loop && statement == to);
      if (!near || (!(statement == to) && !calls_only(statement, to))) {
        return statement;
      }
      return std::nullopt;
    }
    if (!is_plain(statement)) return statement;
  }
  return to ? std::optional<Node>(block) : std::nullopt;
}

/// Constants and names are given other names; the connection is configured.
bool MadeOnce::is_plain(Node statement) const {
  if (statement.is("comment") || statement.is("global_statement")) return true;
  if (statement.is("function_definition")) {
    const auto& parameters = statement.field("parameters").children();
    return std::all_of(parameters.begin(), parameters.end(), [](Node one) {
      return !one.field("value") || plain_value(one.field("value"));
    });
  }
  if (statement.is("return_statement")) {
    return statement.children().empty() ||
           statement.child(0).is("identifier") ||
           is_constant(statement.child(0));
  }
  const Node one = statement.child(0);
  if (statement.is("expression_statement") && plain_literal(one)) return true;
  const std::vector<Node> configuring = configuration();
  if (std::find(configuring.begin(), configuring.end(), one) !=
      configuring.end()) {
    return true;
  }
  const Node left = one.field("left");
  const Node right = one.field("right");
  const bool holds =
      left.is("identifier") ||
      (left.is("attribute") && left.field("object").text() == "self");
  const bool cursor =
      right.is("call") &&
      right.field("function").field("attribute").text() == "cursor" &&
      right.field("arguments").children().empty();
  return one.is("assignment") && holds && right &&
         (right.is("identifier") || cursor || plain_value(right));
}

/// Beside `call` and what it is given, nothing but builtin functions.
bool MadeOnce::calls_only(Node statement, Node call) const {
  static constexpr std::array<std::string_view, 9> kQuiet = {
      "print", "list", "tuple", "dict", "sorted", "len", "sum", "range", "set"};
  bool only = true;
  walk(statement, [&](Node node) {
    const bool own = node == call;
    if (own && node == trial_.loop.node) return false;
    if (!node.is("call") || own) return only;
    const Node callee = node.field("function");
    only = callee.is("identifier") &&
           std::find(kQuiet.begin(), kQuiet.end(), callee.text()) !=
               kQuiet.end() &&
           interpreter_.resolve(callee.text(), interpreter_.loop_scope()) < 0;
    return only;
  });
  return only;
}

}  // namespace

std::variant<PerWorker, Reason> made_once(const Trial& trial,
                                          const Isolation& isolation,
                                          const Route& route, ObjectId id) {
  return MadeOnce(trial, isolation, route, id).make();
}

}  // namespace ppp::advisor
