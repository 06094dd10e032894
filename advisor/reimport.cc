// SPDX-License-Identifier: Apache-2.0
#include "advisor/reimport.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "advisor/script_order.h"
#include "advisor/transfer.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;
using Need = Reimport::Need;

/// Pickled as a name, so that the importer has its own.
bool by_name(const Object& object) {
  return object.kind == Kind::kFunction || object.kind == Kind::kClass ||
         object.kind == Kind::kModule || object.kind == Kind::kLibraryModule ||
         object.kind == Kind::kLibraryFunction ||
         object.kind == Kind::kLibraryType;
}

bool is_set(const Object& object) {
  return object.kind == Kind::kContainer &&
         (object.name == "set" || object.name == "frozenset");
}

/// What importing a module may do without anybody noticing that it is done
/// again, and with the same result.
bool repeatable(const Effect& effect) {
  return effect.kind == Effect::Kind::kOutside &&
         (effect.name == "environment-read" || effect.name == "memoize" ||
          effect.name == "own-source");
}

/// Looks at all that the work reads and that was made before the loop.
class ImportCollector {
 public:
  /// `home`: the module whose variables may be sent; null: none.
  ImportCollector(const Trial& trial, const Piece& piece,
                  const Isolation& isolation, const SourceFile* home)
      : trial_(trial),
        piece_(piece),
        interpreter_(trial.interpreter),
        heap_(trial.interpreter.heap()),
        isolation_(isolation),
        home_(home),
        script_(&trial.project.files[0]) {}

  void collect(const Effects& effects, const Value& values) {
    sent_ = values;
    for (const auto& [effect, place] : effects) {
      if (effect.kind != Effect::Kind::kReadName) continue;
      read_name(effect.subject, effect.name, place);
    }
    if (piece_.applies) read_function();
    add(sending_obstacles(interpreter_, isolation_, sent_, false,
                          "what the work reads"));
    const Value reached = heap_.reachable(sent_);
    for (ObjectId id : reached) need_definition_of(id);
    for (const auto& [effect, place] : effects) {
      if (effect.kind == Effect::Kind::kReadField) {
        read_field(effect.subject, reached, place);
      }
    }
  }

  void refuse(std::string id, std::string message, std::vector<Span> spans) {
    Reason reason{std::move(id), std::move(message), std::move(spans)};
    if (std::find(reasons_.begin(), reasons_.end(), reason) == reasons_.end()) {
      reasons_.push_back(std::move(reason));
    }
  }
  void add(std::vector<Reason> more) {
    for (Reason& reason : more) {
      refuse(reason.id, reason.message, reason.spans);
    }
  }

  std::vector<Reason> take_reasons() { return std::move(reasons_); }
  std::vector<Need> needs() const {
    std::vector<Need> all;
    for (const auto& [name, kind] : needs_) all.push_back({name, kind});
    return all;
  }

 private:
  // Variables of functions go along as captures.
  void read_name(int scope, const std::string& name, const Place& place) {
    const Scope& holder = interpreter_.scope_at(scope);
    if (holder.names->kind != ScopeNames::Kind::kModule) return;
    if (scope == interpreter_.loop_scope() && is_own(name)) return;
    const Value value = interpreter_.variable(scope, name);
    const bool rebound = interpreter_.rebound_later(scope, name);
    if (holder.source == home_) {
      auto all = [&](auto is) {
        return !value.empty() &&
               std::all_of(value.begin(), value.end(),
                           [&](ObjectId id) { return is(heap_.at(id)); });
      };
      const bool atoms =
          all([](const Object& o) { return o.kind == Kind::kAtom; });
      Need::Kind kind = all(by_name)        ? Need::Kind::kDefinition
                        : atoms && !rebound ? Need::Kind::kConstant
                                            : Need::Kind::kValue;
      // It may be found by a name that means another function there.
      if (rebound && kind == Need::Kind::kDefinition) assigned(name, place);
      needs_[name] = kind;
      if (kind == Need::Kind::kValue) sent_.add(value);
    } else if (holder.source == script_) {
      needs_script("`" + name + "`", place);
    } else if (rebound) {
      assigned(name, place);
    } else {
      for (ObjectId id : heap_.reachable(value)) check_unchanged(id, place);
    }
  }

  void assigned(const std::string& name, const Place& place) {
    refuse("state-changed",
           "reads `" + name + "`" + on_line(place) +
               ", which is assigned after its module was imported",
           {place.span()});
  }

  // Where an item call is evaluated, its function was read before; a worker
  // reads it for itself.
  void read_function() {
    const Place place = {trial_.loop.source, piece_.tail().range()};
    for (const std::string& name : piece_.use.exposed) {
      const int scope = interpreter_.resolve(name, interpreter_.loop_scope());
      if (scope >= 0) read_name(scope, name, place);
    }
  }

  // The item, and what the work itself makes of it.
  bool is_own(const std::string& name) const {
    return trial_.target.contains(name) || (piece_.use.written.contains(name) &&
                                            !piece_.use.exposed.contains(name));
  }

  void needs_script(const std::string& what, const Place& place) {
    refuse("needs-script",
           "needs " + what + " of the script, which is not imported there",
           {place.span()});
  }

  // Classes and functions of the module are found by their names.
  void need_definition_of(ObjectId id) {
    const Object& object = heap_.at(id);
    ObjectId named = object.of >= 0 ? object.of : id;
    const Object& definition = heap_.at(named);
    if (definition.kind != Kind::kClass && definition.kind != Kind::kFunction) {
      return;
    }
    if (definition.source == home_) {
      needs_.try_emplace(definition.name, Need::Kind::kDefinition);
    } else if (definition.source == script_) {
      needs_script("`" + definition.name + "`",
                   {definition.source, definition.site.range()});
    }
  }

  void read_field(ObjectId id, const Value& reached, const Place& place) {
    const Object& object = heap_.at(id);
    if (isolation_.is_private(id) || object.kind == Kind::kUnknown ||
        object.kind == Kind::kAtom) {
      return;
    }
    const bool named = by_name(object) || interpreter_.is_member(id);
    if (reached.contains(id) && !named) return;
    check_unchanged(id, place);
  }

  // Everything but what is sent must be as an import leaves it.
  void check_unchanged(ObjectId id, const Place& place) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kAtom || object.kind == Kind::kLibraryModule ||
        object.kind == Kind::kLibraryFunction ||
        object.kind == Kind::kLibraryType) {
      return;
    }
    const TypeEntry* type = object.kind == Kind::kLibraryInstance
                                ? interpreter_.library().type(object.name)
                                : nullptr;
    const bool plain =
        by_name(object) || interpreter_.is_member(id) ||
        object.kind == Kind::kInstance || object.kind == Kind::kPartial ||
        (type && type->immutable) ||
        (object.kind == Kind::kContainer && object.name != "iterator");
    std::optional<Place> change = interpreter_.changed_later(
        id, object.source == script_ ? nullptr : object.source);
    if (plain && !change) return;
    Reason reason{"state-changed",
                  "reads " + isolation_.describe(id) + on_line(place) +
                      ", which an import may not give as it is",
                  {place.span()}};
    if (change) {
      reason.message = "reads " + isolation_.describe(id) + on_line(place) +
                       ", which is changed" + on_line(*change) +
                       ", after an import";
      reason.spans.push_back(change->span());
    }
    refuse(reason.id, reason.message, reason.spans);
  }

  const Trial& trial_;
  const Piece& piece_;
  const Interpreter& interpreter_;
  const Heap& heap_;
  const Isolation& isolation_;
  const SourceFile* home_;
  const SourceFile* script_;
  Value sent_;
  std::map<std::string, Need::Kind> needs_;
  std::vector<Reason> reasons_;
};

// Hashes of strings differ from process to process.
void check_sets(const Trial& trial, const Isolation& isolation,
                ImportCollector& collector) {
  const Heap& heap = trial.interpreter.heap();
  auto refuse = [&](const Object& object) {
    std::vector<Span> spans;
    if (object.source && object.site) {
      spans.push_back(object.source->span(object.site.range()));
    }
    collector.refuse("set-order",
                     "the order of a set may be another in a new process",
                     std::move(spans));
  };
  for (ObjectId id = 0; id < heap.size(); ++id) {
    const Object& object = heap.at(id);
    if (is_set(object) && trial.interpreter.inside(object.context))
      refuse(object);
  }
  for (const auto& [effect, place] : isolation.work()) {
    if (effect.kind != Effect::Kind::kReadField) continue;
    if (is_set(heap.at(effect.subject))) refuse(heap.at(effect.subject));
  }
}

// The state of a process that is no variable.
void check_surroundings(const Trial& trial, const Isolation& isolation,
                        ImportCollector& collector) {
  for (const auto& [effect, place] : isolation.work()) {
    if (effect.kind != Effect::Kind::kOutside || effect.name != "context") {
      continue;
    }
    collector.refuse("context-dependent",
                     "uses a context that is not sent along" + on_line(place),
                     {place.span()});
  }
  for (const auto& [effect, place] : trial.interpreter.all_effects()) {
    const bool state =
        effect.kind == Effect::Kind::kOutside &&
        (effect.name == "process-state" || effect.name == "log-setup");
    if (!state) continue;
    collector.refuse("process-state",
                     "the program changes state of the whole process" +
                         on_line(place) + ", which a new one does not have",
                     {place.span()});
  }
}

// Every worker imports them again.
void check_imports(const Trial& trial, ImportCollector& collector) {
  for (const auto& [effect, place] : trial.interpreter.effects_of_imports()) {
    if (repeatable(effect) || !place.source) continue;
    collector.refuse("import-has-effects",
                     "importing " + place.source->file() +
                         " does more than define things" + on_line(place),
                     {place.span()});
  }
  if (const SourceFile* module = runs_at_import(trial.loop, trial.project)) {
    collector.refuse("runs-at-import",
                     "importing " + module->file() +
                         " may run the loop: its workers would do so, too",
                     {trial.loop.hot.span});
  }
}

// In a worker the script is called `__mp_main__`.
void check_script_name(const SourceFile& script, ImportCollector& collector) {
  static constexpr std::array kTold = std::to_array<std::string_view>(
      {"__name__", "__file__", "__module__", "__class__", "__spec__", "type"});
  std::set<std::string_view> classes;
  walk(script.root(), [&](Node node) {
    if (node.is("class_definition")) classes.insert(node.field("name").text());
    return true;
  });
  walk(script.root(), [&](Node node) {
    Node parent = node.parent();
    const bool keyword =
        parent.is("keyword_argument") && parent.field("name") == node;
    if (!node.is("identifier") || keyword) return true;
    const bool guard =
        parent.is("comparison_operator") && is_main_guard(parent.parent());
    const bool told =
        std::find(kTold.begin(), kTold.end(), node.text()) != kTold.end();
    const bool value = classes.contains(node.text()) && shows_class(node);
    if ((told && !guard) || value) {
      collector.refuse("tells-module-name",
                       "`" + std::string(node.text()) +
                           "` may tell the script's name, which is another "
                           "one in a worker",
                       {script.span(node.range())});
    }
    return true;
  });
}

// What is read must be there when the loop runs: an import would also define
// what comes later.
void check_order(const Trial& trial, const std::vector<Need>& needs,
                 ImportCollector& collector) {
  const Names bound = bound_before_run(trial.loop);
  for (const Need& need : needs) {
    const bool stays =
        !may_be_unbound_again(trial.loop.source->root(), need.name);
    if (bound.contains(need.name) && stays) continue;
    collector.refuse(
        "bound-later",
        "`" + need.name + "` may not be there yet when the loop runs",
        {trial.loop.hot.span});
  }
}

/// Standard library only: other extension modules may refuse to be loaded.
bool plain_import(const Trial& trial, std::string_view dotted) {
  const std::string top(dotted.substr(0, dotted.find('.')));
  for (const SourceFile& file : trial.project.files) {
    if (file.module() == dotted || file.module() == top) return true;
  }
  const ModuleEntry* module = trial.interpreter.library().module(top);
  return module && module->package.empty();
}

void check_extensions(const Trial& trial, ImportCollector& collector) {
  for (std::size_t i = 1; i < trial.project.files.size(); ++i) {
    const SourceFile& file = trial.project.files[i];
    walk(file.root(), [&](Node node) {
      std::vector<Node> names;
      if (node.is("import_statement")) names = node.fields("name");
      if (node.is("import_from_statement")) names = {node.field("module_name")};
      for (Node name : names) {
        if (name.is("aliased_import")) name = name.field("name");
        if (name.is("relative_import") || plain_import(trial, name.text())) {
          continue;
        }
        collector.refuse("extension-module",
                         "`" + std::string(name.text()) +
                             "` may refuse to be imported by another "
                             "interpreter",
                         {file.span(node.range())});
      }
      return true;
    });
  }
}

}  // namespace

Reimport reimport(const Trial& trial, const Piece& piece,
                  const Isolation& isolation, const Value& values) {
  ImportCollector collector(trial, piece, isolation, trial.loop.source);
  // The calls of a row are sent with their arguments, which are read here.
  collector.collect(trial.loop.sequence.empty()
                        ? isolation.work()
                        : trial.interpreter.effects_of_callees(piece.tail()),
                    values);
  check_sets(trial, isolation, collector);
  check_surroundings(trial, isolation, collector);
  check_imports(trial, collector);
  check_script_name(trial.project.files[0], collector);
  Reimport result;
  result.needs = collector.needs();
  check_order(trial, result.needs, collector);
  result.obstacles = collector.take_reasons();
  return result;
}

std::vector<Reason> interpreter_obstacles(const Trial& trial,
                                          const Piece& piece,
                                          const Isolation& isolation,
                                          const Value& values) {
  ImportCollector collector(trial, piece, isolation, nullptr);
  const SourceFile* script = &trial.project.files[0];
  Node function = piece.tail().field("function");
  for (ObjectId id : trial.interpreter.value_of(function)) {
    const Object& object = trial.interpreter.heap().at(id);
    const bool library = object.kind == Kind::kLibraryFunction;
    if (library && plain_import(trial, object.name)) continue;
    if (!library && object.source != script) continue;
    collector.refuse("needs-script",
                     "another interpreter finds functions of imported modules "
                     "only, and not `" +
                         std::string(function.text()) + "`",
                     {trial.loop.source->span(function.range())});
  }
  collector.collect(trial.interpreter.effects_of_callees(piece.tail()), values);
  check_surroundings(trial, isolation, collector);
  check_imports(trial, collector);
  check_extensions(trial, collector);
  return collector.take_reasons();
}

}  // namespace ppp::advisor
