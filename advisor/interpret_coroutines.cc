// SPDX-License-Identifier: Apache-2.0
// Coroutines, and what runs them.
//
// A coroutine does what it does where it is awaited. That is followed where it
// is awaited in the same expression that makes it, or run to its end by
// asyncio.run(); its effects are then those of the call. Anything else that
// gets hold of one is another task, which may run at every `await`.

#include <algorithm>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

Node without_parentheses(Node node) {
  while (node.is("parenthesized_expression")) node = node.child(0);
  return node;
}

}  // namespace

/// What the call gives is awaited there and then, or asyncio's to run.
bool Interpreter::awaited_at_once(Node call, const Frame& frame) {
  Node parent = call.parent();
  while (parent.is("parenthesized_expression")) parent = parent.parent();
  if (parent.is("await")) return true;
  Node outer = parent.parent();
  if (!parent.is("argument_list") || !outer.is("call")) return false;
  const Value callees = eval(outer.field("function"), frame);
  return !callees.empty() &&
         std::all_of(callees.begin(), callees.end(), [&](ObjectId id) {
           return heap_.at(id).kind == Kind::kLibraryFunction &&
                  heap_.at(id).name.starts_with("asyncio.");
         });
}

Value Interpreter::make_coroutine(ObjectId function, int scope,
                                  const Arguments& given, const Frame& frame,
                                  Node node) {
  const Object& object = heap_.at(function);
  ObjectId id = heap_.make(Kind::kCoroutine, "coroutine", frame.context,
                           object.source, object.site, std::to_string(scope));
  heap_.at(id).scope = scope;
  const bool runs_here =
      given.awaited || (given.as_written && awaited_at_once(node, frame));
  if (!runs_here) {
    note(frame, Effect::Kind::kOutside, -1, "task", node);
  }
  return Value(id);
}

Value Interpreter::await(Node node, const Frame& frame) {
  const Value awaited = eval(node.child(0), frame);
  if (!without_parentheses(node.child(0)).is("call")) {
    unknown(frame, node, "awaits what was made before");
  }
  return result_of(awaited, frame, node);
}

// What awaiting it gives. What it does is noted where it is made.
Value Interpreter::result_of(const Value& awaited, const Frame& frame,
                             Node node) {
  Value result;
  for (ObjectId id : awaited) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kCoroutine) {
      if (object.context != frame.context) {
        unknown(frame, node, "awaits what was made elsewhere");
      }
      result.add(scope_at(object.scope).returns);
    } else if (object.kind == Kind::kLibraryInstance &&
               object.name == "asyncio.Coroutine") {
      result.add(iterate_quietly(Value(id)));
    } else if (const CallEntry* own =
                   object.kind == Kind::kLibraryInstance
                       ? library_.method(object.name, "__await__")
                       : nullptr) {
      const std::string name = object.name + ".__await__";
      Arguments none;
      none.awaited = true;
      result.add(apply(*own, name, Value(id), none, frame, node));
    } else if (object.kind != Kind::kAtom && object.kind != Kind::kContainer) {
      unknown(frame, node, "cannot tell what awaiting it runs");
      result.add(heap_.unknown());
    }
  }
  return result;
}

/// Calls that run what they are given; nullopt: it is none.
std::optional<Value> Interpreter::call_asyncio(const Object& function,
                                               const Arguments& given,
                                               const Frame& frame, Node node) {
  const bool runs = function.name == "asyncio.run";
  if (!runs && function.name != "asyncio.to_thread") return std::nullopt;
  const Value made =
      apply(*function.entry, function.name, Value(), given, frame, node);
  if (given.positional.empty()) return made;
  if (runs) return result_of(given.positional[0], frame, node);
  Arguments passed = given;
  passed.positional.erase(passed.positional.begin());
  passed.as_written = false;
  for (ObjectId id : given.positional[0]) {
    if (heap_.at(id).name == "builtins.open" ||
        heap_.at(id).name == "io.open") {
      unknown(frame, node, "cannot tell in which mode it opens");
    }
  }
  const Value result = call(given.positional[0], passed, frame, node);
  for (ObjectId id : made) {
    if (heap_.at(id).name == "asyncio.Coroutine") {
      merge(heap_.at(id).fields["[]"], result);
    }
  }
  return made;
}

/// `async with`.
Value Interpreter::enter_awaiting(ObjectId manager, const Frame& frame,
                                  Node node) {
  Arguments none;
  none.awaited = true;
  const std::string type = heap_.at(manager).name;
  if (heap_.at(manager).kind == Kind::kLibraryInstance) {
    const CallEntry* enter = library_.method(type, "__aenter__");
    const CallEntry* exit = library_.method(type, "__aexit__");
    if (enter && exit) {
      const Value one(manager);
      const Value entered =
          apply(*enter, type + ".__aenter__", one, none, frame, node);
      apply(*exit, type + ".__aexit__", one, none, frame, node);
      return result_of(entered, frame, node);
    }
  }
  if (heap_.at(manager).kind != Kind::kInstance) {
    unknown(frame, node, "cannot tell what entering it runs");
    return unknown_value();
  }
  Arguments three = none;
  three.positional = {unknown_value(), unknown_value(), unknown_value()};
  const Value entered = result_of(
      special_call(manager, "__aenter__", none, frame, node), frame, node);
  result_of(special_call(manager, "__aexit__", three, frame, node), frame,
            node);
  return entered;
}

/// Unknown code got hold of the coroutine, and may run it at any time.
void Interpreter::run_escaped(ObjectId coroutine) {
  const Object& object = heap_.at(coroutine);
  const Frame frame{0, Context::kOutside, scope_at(0).unit, object.source};
  note(frame, Effect::Kind::kOutside, -1, "task", object.site);
}

}  // namespace ppp::advisor
