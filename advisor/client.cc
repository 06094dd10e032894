// SPDX-License-Identifier: Apache-2.0
#include "advisor/client.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/back_off.h"
#include "advisor/between.h"
#include "advisor/connection.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// A deep copy of it is as good, and runs no code of the program.
bool copies_well(const Interpreter& interpreter, const Object& object) {
  if (object.kind == Kind::kAtom) return object.name != "type";
  if (object.kind == Kind::kContainer) return object.name != "iterator";
  if (object.kind != Kind::kLibraryInstance) return false;
  const TypeEntry* type = interpreter.library().type(object.name);
  return type && type->picklable && !object.fields.contains("<altered>");
}

Reason refuse_copying(const Trial& trial, const Route& route,
                      const std::string& why, const Place& place) {
  Reason reason =
      one_thread_only(*trial.loop.source, route.text(), why, trial.loop.node);
  if (place.source) reason.spans.push_back(place.span());
  return reason;
}

/// Somebody keeps a jar of cookies under another name, or the loop, or what it
/// calls, looks into one.
std::optional<Place> use_of_cookies(const Trial& trial) {
  std::set<std::string_view> names;
  add_identifiers(trial.loop.node, names);
  const std::vector<NamedFunction> reached =
      functions_named(trial.project, std::move(names));
  const auto in_loop = [&](const SourceFile& file, Node node) {
    return (&file == trial.loop.source &&
            trial.loop.hot.range.contains(node.range())) ||
           std::any_of(reached.begin(), reached.end(),
                       [&](const NamedFunction& one) {
                         return one.source == &file &&
                                one.node.range().contains(node.range());
                       });
  };
  std::optional<Place> found;
  for (const SourceFile& file : trial.project.files) {
    walk(file.root(), [&](Node node) {
      const Node jar = node.parent();
      const bool is_jar = node.is("identifier") && node.text() == "cookies" &&
                          jar.is("attribute") && jar.field("attribute") == node;
      if (found || !is_jar) return !found;
      const Node around = jar.parent();
      const bool passing =
          (around.is("attribute") && around.parent().is("call")) ||
          (around.is("subscript") && around.field("value") == jar) ||
          (around.is("assignment") && around.field("left") == jar);
      if (!passing || in_loop(file, jar)) found = Place{&file, jar.range()};
      return !found;
    });
  }
  return found;
}

}  // namespace

std::optional<Reason> client_conflict(const Trial& trial,
                                      const Isolation& isolation,
                                      const Route& route, ObjectId id) {
  const Interpreter& interpreter = trial.interpreter;
  const Object& session = interpreter.heap().at(id);
  const Place made = {session.source, session.site.range()};
  if (session.escaped) {
    return refuse_copying(trial, route, "unknown code may hold it", made);
  }
  if (session.fields.contains("<altered>")) {
    return refuse_copying(trial, route,
                          "no entry describes all that is done with it", made);
  }
  bool retries = false;
  const Value parts = interpreter.heap().reachable(Value(id));
  for (ObjectId part : parts) {
    const Object& object = interpreter.heap().at(part);
    retries |= object.name == "requests.adapters.HTTPAdapter";
    if (part == id || copies_well(interpreter, object)) continue;
    return refuse_copying(trial, route,
                          "it holds " + isolation.describe(part) +
                              ", of which a copy may not do as well",
                          made);
  }
  if (retries && heeds_limits(interpreter.project())) {
    return refuse_copying(
        trial, route,
        "it may pause where a server asks for fewer requests, which "
        "more of them would not heed",
        made);
  }
  if (const auto place = use_of_cookies(trial)) {
    return refuse_copying(
        trial, route,
        "the loop may look at cookies, which answers may change, as "
        "on line " +
            std::to_string(place->span().line),
        *place);
  }
  // What the rest of the loop changes in it, the copies would not have.
  if (auto changes = isolation.rest_writes_to(parts, "*")) return changes;
  return std::nullopt;
}

Reason unchanged_cookies(const Trial& trial, const PerWorker& own) {
  return {"assumed-same-cookies",
          "assumes that no answer in the loop changes the cookies that `" +
              own.text() + "` sends: each worker asks with a copy of it",
          {trial.loop.hot.span},
          own.text(),
          trial.interpreter.library().type("requests.Session")->remedy};
}

}  // namespace ppp::advisor
