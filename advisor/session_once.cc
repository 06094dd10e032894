// SPDX-License-Identifier: Apache-2.0
// Connections to database servers that a program makes once, elsewhere than
// where a loop uses them.

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "advisor/assumption.h"
#include "advisor/connection.h"

namespace ppp::advisor {
namespace {

class SessionOnce {
 public:
  SessionOnce(const Trial& trial, const std::string& name, ObjectId id,
              const Course& course, const PerWorker& made)
      : project_(trial.project),
        interpreter_(trial.interpreter),
        source_(*trial.loop.source),
        loop_(trial.loop.node),
        name_(name),
        id_(id),
        course_(course),
        made_(made) {}

  std::optional<Reason> conflict() const;

 private:
  std::optional<Reason> refuse_altered() const;
  std::optional<Reason> refuse_writes() const;
  bool autocommits() const;
  std::optional<Reason> refuse_survival() const;
  std::optional<Reason> refuse_going_on(Node root,
                                        const SourceFile& source) const;
  bool may_ask(const NamedFunction& function) const;
  Node handler_around() const;
  std::optional<Place> later_question() const;
  Reason refuse(const std::string& why, const Place& place) const {
    Reason reason = one_thread_only(source_, name_, why, loop_);
    if (place.source) reason.spans.push_back(place.span());
    return reason;
  }

  const Project& project_;
  const Interpreter& interpreter_;
  const SourceFile& source_;
  const Node loop_;
  const std::string& name_;
  const ObjectId id_;
  const Course& course_;
  const PerWorker& made_;
};

std::optional<Reason> SessionOnce::conflict() const {
  if (auto refused = refuse_altered()) return refused;
  const Effects& all = interpreter_.all_effects();
  const auto changed = all.find_outside("process-state");
  if (changed != all.end()) {
    return refuse(
        "the program changes the environment that connecting may read",
        changed->second);
  }
  if (auto refused = refuse_writes()) return refused;
  const TypeEntry& type =
      *interpreter_.library().type(interpreter_.heap().at(id_).name);
  if (!type.per_thread.spoiled_by_failure || autocommits()) {
    return std::nullopt;
  }
  return refuse_survival();
}

std::optional<Reason> SessionOnce::refuse_altered() const {
  for (ObjectId id : itself_and_cursors(interpreter_, id_)) {
    const Object& object = interpreter_.heap().at(id);
    if (!object.fields.contains("<altered>")) continue;
    return refuse("no entry describes all that is done with the `" +
                      object.name + "` made there",
                  Place{object.source, object.site.range()});
  }
  return std::nullopt;
}

/// Through it only its own session may see them, through others workers may see
/// more than a transaction that has begun.
std::optional<Reason> SessionOnce::refuse_writes() const {
  for (const auto& [effect, place] : interpreter_.all_effects()) {
    const bool writes =
        effect.kind == Effect::Kind::kOutside && effect.name == "database";
    if (!writes || !course_.may_run(place)) continue;
    return refuse("before the loop has ended the program may write: " +
                      doubt_about(place),
                  place);
  }
  return std::nullopt;
}

/// Every statement is a transaction of its own.
bool SessionOnce::autocommits() const {
  const Node call = course_.chain().front().node;
  const Node given = keyword(call, "autocommit");
  bool on = given && given.is("true");
  for (ByteRange range : made_.configured) {
    const Node assignment = node_at(source_.root(), range);
    const Node left = assignment.field("left");
    if (left.field("attribute").text() != "autocommit") continue;
    on = assignment.field("right").is("true");
  }
  return on;
}

/// One failed statement makes all later ones of its transaction fail: in the
/// program those of all items, in a worker its own.
std::optional<Reason> SessionOnce::refuse_survival() const {
  const SourceFile& from = *course_.chain()[course_.level()].source;
  for (Node node : course_.nodes()) {
    if (auto refused = refuse_going_on(node, from)) return refused;
  }
  for (const NamedFunction& one : course_.functions()) {
    if (!may_ask(one)) continue;
    if (auto refused = refuse_going_on(one.node, *one.source)) return refused;
  }
  const Node around = handler_around();
  const std::optional<Place> asked = around ? later_question() : std::nullopt;
  if (!asked) return std::nullopt;
  return refuse("line " + std::to_string(asked->span().line) +
                    " may ask when a query has failed and made others fail, "
                    "too: the `" +
                    std::string(around.text().substr(0, 4)) + "` on line " +
                    std::to_string(around.line()) + " lets the program go on",
                *asked);
}

/// It has a query in it, or in what it may call.
bool SessionOnce::may_ask(const NamedFunction& function) const {
  std::set<std::string_view> names;
  add_identifiers(function.node, names);
  std::vector<NamedFunction> all = functions_named(project_, std::move(names));
  all.push_back(function);
  const Effects& effects = interpreter_.all_effects();
  return std::any_of(
      effects.begin(), effects.end(), [&](const Effects::Entry& entry) {
        const auto& [effect, place] = entry;
        return effect.kind == Effect::Kind::kOutside &&
               effect.name == "query" &&
               std::any_of(all.begin(), all.end(),
                           [&](const NamedFunction& one) {
                             return one.source == place.source &&
                                    one.node.range().contains(place.range);
                           });
      });
}

/// `root` runs before the loop has ended.
std::optional<Reason> SessionOnce::refuse_going_on(
    Node root, const SourceFile& source) const {
  Node survives = survival_below(root);
  walk(root, [&](Node node) {
    if (survives) return false;
    if (node.is("finally_clause")) survives = node;
    if (node.is("with_statement")) {
      survives = unknown_manager(interpreter_, node);
    }
    return true;
  });
  if (!survives) return std::nullopt;
  return refuse(
      "a query that fails makes those behind it fail, too, unless each is a "
      "transaction of its own (autocommit)",
      Place{&source, survives.range()});
}

/// A `try`, or a `with` of which it is not known that it lets exceptions pass,
/// around the calls that lead to the loop.
Node SessionOnce::handler_around() const {
  const std::vector<OncePlace>& chain = course_.chain();
  for (std::size_t level = course_.level(); level < chain.size(); ++level) {
    const Node inner = level == course_.level() && !course_.nodes().empty()
                           ? course_.nodes().back()
                           : chain[level].node;
    for (Node at = inner; at && !(at == chain[level].function);
         at = at.parent()) {
      const bool manages =
          at.is("with_statement") && unknown_manager(interpreter_, at);
      if (at.is("try_statement") || manages) return at;
    }
  }
  return {};
}

/// Something that is asked, or written, when the loop is over.
std::optional<Place> SessionOnce::later_question() const {
  for (const auto& [effect, place] : interpreter_.all_effects()) {
    const bool asks = effect.kind == Effect::Kind::kOutside &&
                      (effect.name == "query" || effect.name == "database");
    if (asks && !course_.may_run(place)) return place;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Reason> session_conflict(const Trial& trial,
                                       const std::string& name, ObjectId id,
                                       const Course& course,
                                       const PerWorker& made) {
  return SessionOnce(trial, name, id, course, made).conflict();
}

}  // namespace ppp::advisor
