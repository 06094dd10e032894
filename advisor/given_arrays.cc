// SPDX-License-Identifier: Apache-2.0
#include "advisor/given_arrays.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace ppp::advisor {
namespace {

struct Found {
  bool whole = false;      ///< the value itself
  bool parts = false;      ///< in a tuple or list
  bool values = false;     ///< in a dict
  bool rows = false;       ///< the value may be a tuple or list
  bool dicts = false;      ///< or a dict
  bool others = false;     ///< or something else
  bool elsewhere = false;  ///< deeper
};

bool is_plain(const Object& object, std::string_view name) {
  return object.kind == Object::Kind::kContainer && object.name == name &&
         object.of < 0;
}

Found find_in(const Heap& heap, const Value& value) {
  Found found;
  for (ObjectId id : value) {
    const Object& object = heap.at(id);
    const bool row = is_plain(object, "tuple") || is_plain(object, "list");
    const bool dict = is_plain(object, "dict");
    if (is_array(object)) {
      found.whole = true;
      continue;
    }
    if (!row && !dict) {
      found.others = true;
      found.elsewhere |= holds_arrays(heap, Value(id));
      continue;
    }
    (row ? found.rows : found.dicts) = true;
    Value parts;
    for (const auto& [name, values] : object.fields) parts.add(values);
    for (ObjectId part : parts) {
      const bool array = is_array(heap.at(part));
      (row ? found.parts : found.values) |= array;
      found.elsewhere |= !array && holds_arrays(heap, Value(part));
    }
  }
  return found;
}

}  // namespace

bool is_array(const Object& object) {
  return object.kind == Object::Kind::kLibraryInstance &&
         object.name == "numpy.ndarray";
}

bool holds_arrays(const Heap& heap, const Value& values) {
  const Value all = heap.reachable(values);
  return std::any_of(all.begin(), all.end(),
                     [&](ObjectId id) { return is_array(heap.at(id)); });
}

std::optional<GivenArrays> given_arrays(const Heap& heap,
                                        const std::vector<Value>& outputs) {
  if (outputs.size() == 1) {
    const Found found = find_in(heap, outputs.front());
    const bool alone = !found.whole && !found.others;
    if (found.elsewhere || (found.parts && (found.dicts || !alone)) ||
        (found.values && (found.rows || !alone))) {
      return std::nullopt;
    }
    if (found.parts) return GivenArrays::kParts;
    if (found.values) return GivenArrays::kValues;
    if (!found.whole) return GivenArrays::kNone;
    const bool always = !found.others && !found.rows && !found.dicts;
    return always ? GivenArrays::kAll : GivenArrays::kPerhaps;
  }
  GivenArrays given = GivenArrays::kNone;
  for (const Value& output : outputs) {
    const Found found = find_in(heap, output);
    if (found.elsewhere || found.parts || found.values) return std::nullopt;
    if (found.whole) given = GivenArrays::kParts;
  }
  return given;
}

std::optional<Reason> looks_at_memory(const Project& project) {
  static const std::set<std::string_view> words = {"__array_interface__",
                                                   "base",
                                                   "ctypes",
                                                   "flags",
                                                   "getsizeof",
                                                   "owndata",
                                                   "require",
                                                   "resize",
                                                   "setflags",
                                                   "strides"};
  std::optional<Reason> found;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      const Node holder = node.parent();
      const bool named =
          (holder.is("attribute") && holder.field("attribute") == node) ||
          node.is("string_content") ||
          (node.is("identifier") && node.text() == "getsizeof");
      if (!found && named && words.contains(node.text())) {
        found = Reason{"looks-at-memory",
                       "a result may be an array, and the program looks at `" +
                           std::string(node.text()) + "` on line " +
                           std::to_string(node.line()) +
                           ", which a copy may have otherwise",
                       {file.span(node.range())}};
      }
      return !found;
    });
  }
  return found;
}

}  // namespace ppp::advisor
