// SPDX-License-Identifier: Apache-2.0
// Calls of the library, as its tables describe them.

#include <algorithm>

#include "advisor/back_off.h"
#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

bool may_be_any(const TypeExpr& type) {
  if (type.kind == TypeExpr::Kind::kAny) return true;
  return type.kind == TypeExpr::Kind::kUnion &&
         std::any_of(type.args.begin(), type.args.end(), may_be_any);
}

bool mentions(const TypeExpr& type, std::string_view argument) {
  if (type.kind == TypeExpr::Kind::kAlias) {
    return type.name == argument || type.name == "args" ||
           type.name == "only" || type.name == "several" ||
           type.name == "kwargs";
  }
  return std::any_of(
      type.args.begin(), type.args.end(),
      [&](const TypeExpr& part) { return mentions(part, argument); });
}

/// The argument is iterated, called, stored or part of the result.
bool is_kept(const CallEntry& entry, const std::string& argument) {
  auto speaks = [&](std::string_view text) {
    return text.find(argument) != std::string_view::npos ||
           text.find("args") != std::string_view::npos || text == "only" ||
           text == "several";
  };
  return mentions(entry.returns, argument) ||
         std::any_of(entry.returns_with.begin(), entry.returns_with.end(),
                     [&](const auto& item) {
                       return mentions(item.second, argument);
                     }) ||
         std::any_of(entry.consumes.begin(), entry.consumes.end(), speaks) ||
         std::any_of(entry.stores.begin(), entry.stores.end(),
                     [&](const auto& item) { return speaks(item.first); }) ||
         std::any_of(entry.calls.begin(), entry.calls.end(),
                     [&](const auto& item) { return speaks(item.first); });
}

/// The mode of a call of `open`: nothing when it is not written there.
std::optional<std::string_view> open_mode(Node call) {
  Node mode;
  int position = 0;
  for (Node argument : call.field("arguments").children()) {
    if (argument.is("list_splat") || argument.is("dictionary_splat")) {
      return std::nullopt;
    }
    if (argument.is("keyword_argument")) {
      if (argument.field("name").text() == "mode") {
        mode = argument.field("value");
      }
    } else if (position++ == 1) {
      mode = argument;
    }
  }
  return mode ? plain_literal(mode) : "r";
}

/// `"{} {:.1f}".format(…)`: no field is about a part of an argument, as
/// `{0.name}` and `{0[key]}` are.
bool formats_wholes(Node call) {
  const Node callee = call.field("function");
  if (!callee.is("attribute") || callee.field("attribute").text() != "format") {
    return false;
  }
  const auto text = plain_literal(callee.field("object"));
  if (!text || text->find('\\') != std::string_view::npos) return false;
  bool named = false;
  for (std::size_t i = 0; i < text->size(); ++i) {
    const char c = (*text)[i];
    if (c == '{' && text->substr(i + 1, 1) == "{" && !named) {
      ++i;
    } else if (c == '{') {
      named = true;
    } else if (c == ':' || c == '!' || c == '}') {
      named = false;
    } else if (named && (c == '.' || c == '[')) {
      return false;
    }
  }
  return true;
}

/// What `open` with this mode may do to files.
/// The whole of the file that a path leads to.
bool opens_path(std::string_view method) {
  return method.starts_with("pathlib.") &&
         (method.ends_with(".read_text") || method.ends_with(".read_bytes") ||
          method.ends_with(".write_text") || method.ends_with(".write_bytes"));
}

std::vector<std::string> open_effects(std::optional<std::string_view> mode) {
  const bool reads_only =
      mode && mode->find_first_not_of("rbtU") == std::string_view::npos;
  if (reads_only) return {"file-read"};
  return {"file-read", "file-write"};
}

/// What it does to a file, the file's own methods tell (csv.writer).
bool works_by_method(const CallEntry& entry) {
  return std::any_of(
      entry.calls.begin(), entry.calls.end(), [](const auto& one) {
        return one.first.ends_with(".write") || one.first.ends_with(".read");
      });
}

/// sleep(0) lets others run, and is no pause.
bool sleeps_no_time(const Arguments& given) {
  return given.as_written &&
         given.node.field("arguments").child(0).text() == "0";
}

/// These special methods run on all that an object holds, too.
bool is_deep(std::string_view group) {
  return group == "str" || group == "compare" || group == "hash" ||
         group == "copy" || group == "pickle";
}

/// Where "arg1.write" splits into an argument and a method of it; npos for a
/// plain argument or slot.
std::size_t method_dot(std::string_view callee) {
  const std::size_t dot = callee.rfind('.');
  const bool slot = dot == 4 && callee.starts_with("self.");
  return slot ? std::string_view::npos : dot;
}

}  // namespace

Value Interpreter::apply(const CallEntry& entry, std::string_view name,
                         const Value& self, const Arguments& given,
                         const Frame& frame, Node node) {
  if (!speaks_of(entry, self, given)) {
    unknown(frame, node, "no entry for calling it with these arguments");
    for (const std::string& effect : entry.effects) {
      note_outside(frame, effect, node);
    }
    note_files(entry.effects, Value(), false, frame, node);
    escape(self, frame, node);
    escape(given, frame, node);
    return unknown_value();
  }
  if (!entry.asks.empty() && only_asks(entry, name, given, frame)) {
    if (entry.asks == "page") note_asking(self);
    return apply(as_question(entry), name, self, given, frame, node);
  }
  if (entry.asks == "page" && speaks_of_more(given, frame)) {
    note_outside(frame, "network", node);
  }
  if (is_sql(entry)) note_writing(self);
  const bool opens = name == "builtins.open" || name == "io.open";
  const auto mode = opens ? open_mode(given.node) : std::nullopt;
  note_effects(entry, name, self, given, frame, node);
  Value all = self;
  all.add(argument("args", self, given, entry));
  for (const auto& [keyword, value] : given.keywords) all.add(value);
  touch(all, entry, frame, node);
  run_special(all, entry, self, given, frame, node);
  refuse_special(entry, given, frame, node);
  Value lazy_sources;
  for (const std::string& source : entry.consumes) {
    Value value = consumed(source, self, given, entry);
    lazy_sources.add(value);
    if (entry.lazy) {
      begin_iteration(value, frame, node);
    } else {
      iterate(value, frame, node);
    }
  }
  std::vector<Callback> callbacks =
      run_callbacks(entry, self, given, frame, node);
  for (const auto& [what, holder] : entry.stores) {
    store(what, holder, self, given, entry, frame, node);
  }
  const TypeExpr& returned = returned_by(entry, self, given);
  Value result = materialise(returned, self, given, entry, frame, node, "");
  // What may be anything may also be, or hold, what was passed.
  if (result.contains(heap_.unknown()) && may_be_any(returned)) {
    escape(all, frame, node);
  }
  if (opens) result = opened(result, mode);
  if (is_sql(entry)) note_writing(result);
  if (entry.lazy) {
    for (ObjectId id : result) {
      Object& object = heap_.at(id);
      if (object.kind != Kind::kContainer) continue;
      keep(object, callbacks);
      merge(object.lazy_sources, lazy_sources);
    }
  }
  if (!entry.views.empty()) look_through(result, entry, self, given);
  if (runs_program(self)) made_by_program(result);
  return result;
}

const TypeExpr& Interpreter::returned_by(const CallEntry& entry,
                                         const Value& self,
                                         const Arguments& given) const {
  const auto named = [&](std::string_view word) {
    return std::any_of(project_.files.begin(), project_.files.end(),
                       [&](const SourceFile& file) {
                         return file.text().find(word) != std::string::npos;
                       });
  };
  for (const auto& [argument_name, type] : entry.returns_with) {
    if (argument_name.starts_with(kNamed)) {
      if (named(argument_name.substr(kNamed.size()))) return type;
      continue;
    }
    if (!argument(argument_name, self, given, entry).empty()) return type;
  }
  if (entry.returns_for.empty()) return entry.returns;
  Value all = self;
  all.add(argument("args", self, given, entry));
  for (const auto& [keyword, value] : given.keywords) all.add(value);
  for (const auto& [type, returned] : entry.returns_for) {
    const bool fit = std::all_of(all.begin(), all.end(),
                                 [&](ObjectId id) { return fits(id, type); });
    if (fit) return returned;
  }
  return entry.returns;
}

/// It was given code of the program, which it may run whatever it is asked.
bool Interpreter::runs_program(const Value& asked) const {
  return std::any_of(asked.begin(), asked.end(), [&](ObjectId id) {
    const Object& object = heap_.at(id);
    return object.kind == Kind::kLibraryInstance &&
           object.fields.contains("<runs>");
  });
}

/// What such an object gives may be anything, whatever the tables say.
void Interpreter::made_by_program(Value& result) {
  for (ObjectId id : result) {
    if (heap_.at(id).kind != Kind::kLibraryInstance) continue;
    merge(heap_.at(id).fields["<runs>"], atom("bool"));
  }
  result.add(heap_.unknown());
}

bool Interpreter::sends(std::string_view category) {
  return category == "network-safe" || category == "network" ||
         category == "talk";
}

/// The function, or what it calls, sends requests, as far as is known so far.
bool Interpreter::requests_in(const Object& function) const {
  const auto scopes = scopes_of_node_.find(function.site.id());
  if (scopes == scopes_of_node_.end()) return false;
  for (int scope : scopes->second) {
    for (int unit : units_from({scope_at(scope).unit})) {
      for (const auto& [effect, place] : unit_at(unit).effects) {
        if (effect.kind != Effect::Kind::kOutside) continue;
        if (sends(effect.name)) return true;
      }
    }
  }
  return false;
}

/// The pause comes after a request that failed. One after a look into a cache
/// comes before a request.
bool Interpreter::is_back_off(Node pause, const Frame& frame) {
  bool requests = false;
  walk(repeated_try(pause).field("body"), [&](Node node) {
    if (node.is("function_definition") || node.is("lambda")) return false;
    if (!node.is("call") || requests) return !requests;
    for (ObjectId id : eval(node.field("function"), frame)) {
      const Object& object = heap_.at(id);
      const bool library = object.kind == Kind::kLibraryFunction ||
                           object.kind == Kind::kLibraryMethod;
      requests |= object.kind == Kind::kFunction && requests_in(object);
      if (!library) continue;
      for (const std::string& effect : object.entry->effects) {
        requests |= sends(effect);
      }
    }
    return !requests;
  });
  return requests;
}

bool Interpreter::is_stderr(const Value& value) const {
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           return heap_.at(id).kind == Kind::kLibraryInstance &&
                  heap_.at(id).name == "sys.Stderr";
         });
}

void Interpreter::note_effects(const CallEntry& entry, std::string_view name,
                               const Value& self, const Arguments& given,
                               const Frame& frame, Node node) {
  // Then the stream's write(), which is called, says it all.
  if (name == "builtins.print" &&
      is_stderr(argument("kw:file", self, given, entry))) {
    return;
  }
  std::vector<std::string> effects = entry.effects;
  if (name == "builtins.open" || name == "io.open") {
    effects = open_effects(open_mode(given.node));
  }
  if (opened_for_reading(self)) std::erase(effects, "file-write");
  if (sleeps_no_time(given)) std::erase(effects, "sleep");
  for (const auto& [argument_name, more] : entry.effects_without) {
    if (!is_missing(argument_name, entry, self, given)) continue;
    effects.insert(effects.end(), more.begin(), more.end());
  }
  if (has_written(self)) {
    effects.insert(effects.end(), entry.effects_after_writing.begin(),
                   entry.effects_after_writing.end());
  }
  for (const auto& [argument_name, more] : entry.effects_with) {
    if (argument(argument_name, self, given, entry).empty()) continue;
    effects.insert(effects.end(), more.begin(), more.end());
  }
  if (std::erase(effects, "sleep") > 0) {
    const bool back_off = is_back_off(node, frame);
    const std::string_view pause = back_off ? "back-off" : "sleep";
    note(frame, Effect::Kind::kOutside, back_off ? number_of(node) : -1, pause,
         node);
  }
  for (const std::string& effect : effects) {
    note_outside(frame, effect, node);
    if (effect == "log-record") keep_arguments(given, node);
  }
  if (!works_by_method(entry)) {
    const bool opens =
        name == "builtins.open" || name == "io.open" || opens_path(name);
    note_files(effects, self, opens, frame, node);
  }
  if (std::find(effects.begin(), effects.end(), "file-read") != effects.end()) {
    const bool path =
        entry.reads_path && given.as_written && given.node == node;
    note(frame, Effect::Kind::kFile, path ? number_of(node) : -1,
         path ? kByPath : kOtherwise, node);
  }
  // A loop ends when its iterator does; only next() lets that through.
  const bool asked =
      name == "builtins.next" ||
      node.field("function").field("attribute").text() == "__next__";
  if (entry.raises_stop_iteration && asked && given.positional.size() < 2) {
    note(frame, Effect::Kind::kRaises, -1, "StopIteration", node);
  }
  for (const std::string& target : entry.uses) {
    for (ObjectId id : argument(target, self, given, entry)) {
      note(frame, Effect::Kind::kUses, id, "", node);
    }
  }
  for (const std::string& target : entry.mutates) {
    for (ObjectId id : argument(target, self, given, entry)) {
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
      if (heap_.at(id).kind == Kind::kUnknown) {
        unknown(frame, node, "changes an object that may be any");
      }
    }
  }
}

// What the text of a record is made of is asked for, wherever that stands.
void Interpreter::keep_arguments(const Arguments& given, Node call) {
  if (!given.as_written || given.has_splat) return;
  std::size_t at = 0;
  for (Node argument : call.field("arguments").children()) {
    if (argument.is("keyword_argument") || at == given.positional.size())
      continue;
    values_[argument.id()].add(given.positional[at++]);
  }
}

// See TypeEntry::unsettled.
void Interpreter::settle(ObjectId id, const Frame& frame, Node node) {
  if (heap_.at(id).kind != Kind::kLibraryInstance) return;
  const TypeEntry* type = library_.type(heap_.at(id).name);
  if (type && type->unsettled) {
    note(frame, Effect::Kind::kWriteField, id, "[]", node);
  }
}

// Everything passed is read, with what it looks at; a function that the entry
// does not call is kept by somebody.
void Interpreter::touch(const Value& passed, const CallEntry& entry,
                        const Frame& frame, Node node) {
  std::vector<ObjectId> kept;
  for (ObjectId id : passed) {
    note(frame, Effect::Kind::kReadField, id, "*", node);
    settle(id, frame, node);
    if (heap_.at(id).kind == Kind::kContainer) {
      for (ObjectId item : elements(id)) settle(item, frame, node);
      for (ObjectId item : dict_values(id)) settle(item, frame, node);
    }
    bool callable = heap_.at(id).kind == Kind::kFunction ||
                    heap_.at(id).kind == Kind::kPartial ||
                    heap_.at(id).kind == Kind::kBoundMethod;
    if (callable && entry.calls.empty()) kept.push_back(id);
  }
  escape(Value(std::move(kept)), frame, node);
}

void Interpreter::run_special(const Value& passed, const CallEntry& entry,
                              const Value& self, const Arguments& given,
                              const Frame& frame, Node node) {
  for (const std::string& group : entry.special) {
    if (group == "none") continue;
    if (group == "parts") {  // attributes and items at any depth
      if (!formats_wholes(node))
        special(passed, "attribute", true, frame, node);
      continue;
    }
    const bool deep = is_deep(group);
    Value subjects = passed;
    if (!deep) {
      for (const std::string& source : entry.consumes) {
        subjects.add(iterate_quietly(consumed(source, self, given, entry)));
      }
      std::vector<ObjectId> instances;
      for (ObjectId id : self) {
        if (heap_.at(id).kind == Kind::kLibraryInstance) {
          instances.push_back(id);
        }
      }
      subjects.add(heap_.reachable(Value(std::move(instances))));
    }
    special(subjects, group, deep, frame, node);
  }
}

// Special methods that the entry does not name, of an argument that is neither
// kept nor given back, may run all the same: it is not what the library
// expects. Those that are named are about what comes first, not about keywords.
void Interpreter::refuse_special(const CallEntry& entry, const Arguments& given,
                                 const Frame& frame, Node node) {
  auto check = [&](const std::string& name, const Value& value) {
    for (ObjectId id : value) {
      const Object& object = heap_.at(id);
      if (object.kind != Kind::kInstance || is_member(id)) continue;
      if (!has_special(object.of) || is_kept(entry, name)) continue;
      unknown(frame, node,
              "may run special methods of a `" + object.name + "`");
    }
  };
  const bool none = !entry.special.empty() && entry.special.front() == "none";
  const bool any = !entry.special.empty() && entry.takes_keyword("*");
  if (none || any) return;
  for (const auto& [name, value] : given.keywords) check("kw:" + name, value);
  if (!entry.special.empty()) return;
  for (std::size_t i = 0; i < given.positional.size(); ++i) {
    check("arg" + std::to_string(i), given.positional[i]);
  }
  check("args", given.splat);
  check("kwargs", given.keyword_splat);
}

std::vector<Callback> Interpreter::run_callbacks(const CallEntry& entry,
                                                 const Value& self,
                                                 const Arguments& given,
                                                 const Frame& frame,
                                                 Node node) {
  std::vector<Callback> callbacks;
  for (const auto& [callback, inputs] : entry.calls) {
    Callback& made = callbacks.emplace_back();
    made.special = entry.special;
    made.function = callees(callback, self, given, entry, frame, node);
    if (made.function.empty()) continue;
    for (const TypeExpr& input : inputs) {
      made.arguments.push_back(
          materialise(input, self, given, entry, frame, node, "in"));
    }
    Arguments passed;
    passed.positional = made.arguments;
    passed.node = node;
    const Value returned =
        call(made.function, passed, for_item(node, frame), node);
    auto asked = item_calls_.find(node.id());
    if (asked != item_calls_.end()) {
      item_results_[static_cast<std::size_t>(asked->second)].add(returned);
    }
    use_returned(returned, entry.special, frame, node);
    ObjectId holder = heap_.make(Kind::kContainer, "iterator", frame.context,
                                 frame.source, node, "results:" + callback);
    merge(heap_.at(holder).fields["[]"], returned);
  }
  return callbacks;
}

// What a key gives is compared, what a predicate gives is tested.
void Interpreter::use_returned(const Value& returned,
                               const std::vector<std::string>& groups,
                               const Frame& frame, Node node) {
  for (const std::string& group : groups) {
    if (group != "none") special(returned, group, is_deep(group), frame, node);
  }
}

// What the same place keeps for all who come by.
void Interpreter::keep(Object& iterator,
                       const std::vector<Callback>& callbacks) {
  std::vector<Callback> all = iterator.lazy.get();
  all.resize(std::max(all.size(), callbacks.size()));
  for (std::size_t i = 0; i < callbacks.size(); ++i) {
    all[i].function.add(callbacks[i].function);
    all[i].special = callbacks[i].special;
    const std::vector<Value>& arguments = callbacks[i].arguments;
    all[i].arguments.resize(
        std::max(all[i].arguments.size(), arguments.size()));
    for (std::size_t j = 0; j < arguments.size(); ++j) {
      all[i].arguments[j].add(arguments[j]);
    }
  }
  iterator.lazy.set(std::move(all));
}

Value Interpreter::construct_library(std::string_view type,
                                     const Arguments& given, const Frame& frame,
                                     Node node) {
  const TypeEntry* entry = library_.type(type);
  if (!entry || !entry->constructible) {
    unknown(frame, node, "no entry for constructing it");
    for (const Value& value : given.positional) escape(value, frame, node);
    return unknown_value();
  }
  Value made =
      apply(entry->construct, std::string(type), Value(), given, frame, node);
  for (const auto& [what, holder] : entry->construct.stores) {
    if (!holder.starts_with("self")) continue;
    store(what, holder, made, given, entry->construct, frame, node);
  }
  return made;
}

bool Interpreter::speaks_of(const CallEntry& entry, const Value& self,
                            const Arguments& given) const {
  const int count = static_cast<int>(given.positional.size());
  if (!entry.takes_positional(count)) return false;
  if (given.has_splat && entry.max_args >= 0) return false;
  if (given.has_keyword_splat && !entry.takes_keyword("*")) return false;
  for (const auto& [keyword, value] : given.keywords) {
    if (!entry.takes_keyword(keyword)) return false;
  }
  for (const auto& [name, type] : entry.requires_types) {
    for (ObjectId id : argument(name, self, given, entry)) {
      if (!fits(id, type)) return false;
    }
  }
  return has_required_texts(entry, self, given);
}

bool Interpreter::fits(ObjectId id, const TypeExpr& type) const {
  const Object& object = heap_.at(id);
  switch (type.kind) {
    case TypeExpr::Kind::kAny:
      return true;
    case TypeExpr::Kind::kAtom:
      return object.kind == Kind::kAtom && object.name == type.name;
    case TypeExpr::Kind::kContainer: {
      if (object.kind != Kind::kContainer || object.name != type.name) {
        return false;
      }
      const auto all_fit = [&](const Value& items, const TypeExpr& wanted) {
        return std::all_of(items.begin(), items.end(),
                           [&](ObjectId item) { return fits(item, wanted); });
      };
      if (type.name == "dict") {
        return all_fit(elements(id), type.args.front()) &&
               all_fit(dict_values(id), type.args.back());
      }
      return all_fit(elements(id), type.args.back());
    }
    case TypeExpr::Kind::kInstance: {
      if (object.kind != Kind::kLibraryInstance) return false;
      const TypeEntry* own = library_.type(object.name);
      if (own && own->strict && object.fields.contains("<altered>")) {
        return false;
      }
      std::string name = object.name;
      for (int depth = 0; depth < 16 && !name.empty(); ++depth) {
        if (name == type.name) return true;
        const TypeEntry* entry = library_.type(name);
        name = entry ? entry->like : "";
      }
      return false;
    }
    case TypeExpr::Kind::kClass:
      return object.kind == Kind::kLibraryType && object.name == type.name;
    case TypeExpr::Kind::kUnion:
      return std::any_of(type.args.begin(), type.args.end(),
                         [&](const TypeExpr& part) { return fits(id, part); });
    default:
      return false;
  }
}

// A literal mode tells text files from binary ones, and whether they are only
// read.
Value Interpreter::opened(const Value& files,
                          std::optional<std::string_view> mode) {
  const std::vector<std::string> effects = open_effects(mode);
  const bool reads =
      std::find(effects.begin(), effects.end(), "file-write") == effects.end();
  Value fitting;
  for (ObjectId id : files) {
    const bool text = !mode || mode->find('b') == std::string_view::npos;
    const bool chosen = (heap_.at(id).name == "io.TextIOWrapper") == text;
    if (mode && !chosen) continue;
    fitting.add(id);
    merge(heap_.at(id).fields["<opened>"], atom("bool"));
    if (reads) merge(heap_.at(id).fields["<reads>"], atom("bool"));
  }
  return fitting;
}

// Which files, if that is known by the calls of `open` that give them.
void Interpreter::note_files(const std::vector<std::string>& effects,
                             const Value& self, bool opens, const Frame& frame,
                             Node node) {
  const bool known =
      !self.empty() && std::all_of(self.begin(), self.end(), [&](ObjectId id) {
        return heap_.at(id).fields.contains("<opened>");
      });
  for (const auto& [effect, how] :
       {std::pair("file-read", "r"), std::pair("file-write", "w")}) {
    if (std::find(effects.begin(), effects.end(), effect) == effects.end()) {
      continue;
    }
    if (!known) {
      note(frame, Effect::Kind::kFile, opens ? number_of(node) : -1, how, node);
      continue;
    }
    for (ObjectId id : self) {
      const Object& file = heap_.at(id);
      unit_at(frame.unit)
          .effects.add({Effect::Kind::kFile, number_of(file.site), how},
                       {file.source, file.site.range()});
    }
  }
}

// Closing or leaving such a file writes nothing.
bool Interpreter::opened_for_reading(const Value& files) const {
  return !files.empty() &&
         std::all_of(files.begin(), files.end(), [&](ObjectId id) {
           return heap_.at(id).fields.contains("<reads>");
         });
}

bool Interpreter::is_missing(std::string_view name, const CallEntry& entry,
                             const Value& self, const Arguments& given) const {
  std::string keyword(name.starts_with("kw:") ? name.substr(3) : "");
  if (name == "arg0" && !entry.params.empty()) keyword = entry.params[0];
  const bool by_place = name == "arg0" && !given.positional.empty();
  if (!by_place && !given.keywords.contains(keyword)) return true;
  Value passed = argument(name, self, given, entry);
  passed.add(argument("kw:" + keyword, self, given, entry));
  for (ObjectId id : passed) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kUnknown || object.name == "none") return true;
  }
  return false;
}

Value Interpreter::callees(std::string_view callee, const Value& self,
                           const Arguments& given, const CallEntry& entry,
                           const Frame& frame, Node node) {
  const std::size_t dot = method_dot(callee);
  if (dot == std::string_view::npos) {
    return argument(callee, self, given, entry);
  }
  Value methods;
  for (ObjectId id : argument(callee.substr(0, dot), self, given, entry)) {
    const Kind kind = heap_.at(id).kind;
    // print(file=None); a list has no `write`, so that is a TypeError.
    if (kind == Kind::kAtom || kind == Kind::kContainer) continue;
    methods.add(get_attribute(Value(id), callee.substr(dot + 1), frame, node));
  }
  return methods;
}

Value Interpreter::argument(std::string_view name, const Value& self,
                            const Arguments& given,
                            const CallEntry& /*entry*/) const {
  Value value;
  if (name == "self") return self;
  auto positional = [&] {
    for (const Value& item : given.positional) value.add(item);
    value.add(given.splat);
  };
  if (name.starts_with("self.")) {  // a hidden slot
    for (ObjectId id : self) {
      auto slot = heap_.at(id).fields.find(name.substr(5));
      if (slot != heap_.at(id).fields.end()) value.add(slot->second);
    }
  } else if (name == "args") {
    positional();
  } else if (name == "only") {
    if (given.positional.size() < 2) positional();
  } else if (name == "several") {
    if (given.positional.size() > 1 || given.has_splat) positional();
  } else if (name == "kwargs") {
    for (const auto& [keyword, item] : given.keywords) value.add(item);
    value.add(given.keyword_splat);
  } else if (name.starts_with("arg")) {
    std::size_t index = static_cast<std::size_t>(
        std::atoi(std::string(name.substr(3)).c_str()));
    if (index < given.positional.size()) return given.positional[index];
    value.add(given.splat);
  } else if (name.starts_with("kw:")) {
    auto keyword = given.keywords.find(name.substr(3));
    if (keyword != given.keywords.end()) value.add(keyword->second);
    value.add(given.keyword_splat);
  }
  return value;
}

// An argument that is iterated, or "elem(arg0)".
Value Interpreter::consumed(std::string_view source, const Value& self,
                            const Arguments& given, const CallEntry& entry) {
  constexpr std::string_view kElements = "elem(";
  if (!source.starts_with(kElements)) {
    return argument(source, self, given, entry);
  }
  source.remove_prefix(kElements.size());
  source.remove_suffix(1);
  return iterate_quietly(consumed(source, self, given, entry));
}

void Interpreter::store(const std::string& what, const std::string& holder,
                        const Value& self, const Arguments& given,
                        const CallEntry& entry, const Frame& frame, Node node) {
  std::string_view text = what;
  std::string field = "[]";
  if (text.starts_with("key:")) field = "[k]";
  if (text.starts_with("key:") || text.starts_with("value:")) {
    text.remove_prefix(text.find(':') + 1);
  }
  const Result<TypeExpr> parsed = parse_type_expr(text);
  PPP_CHECK(parsed.ok());  // it was read
  Value stored = materialise(*parsed, self, given, entry, frame, node, "st");
  std::string_view where = holder;
  if (where.starts_with("self.")) {  // a hidden slot
    field = where.substr(5);
    where = "self";
  }
  // The table says of it that it is changed, unless it is made here.
  for (ObjectId id : argument(where, self, given, entry)) {
    merge(heap_.at(id).fields[field], stored);
  }
}

void Interpreter::look_through(const Value& result, const CallEntry& entry,
                               const Value& self, const Arguments& given) {
  Value seen;
  for (const std::string& name : entry.views) {
    for (ObjectId id : argument(name, self, given, entry)) {
      if (heap_.at(id).kind != Kind::kAtom) seen.add(id);
    }
  }
  for (ObjectId id : result) {
    const Kind kind = heap_.at(id).kind;
    if (kind != Kind::kContainer && kind != Kind::kLibraryInstance) continue;
    if (!seen.contains(id)) merge(heap_.at(id).lazy_sources, seen);
  }
}

}  // namespace ppp::advisor
