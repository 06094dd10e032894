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
  bool parts = false;      ///< in a tuple
  bool tuples = false;     ///< the value may be one
  bool others = false;     ///< or something else
  bool elsewhere = false;  ///< deeper
};

Found find_in(const Heap& heap, const Value& value) {
  Found found;
  for (ObjectId id : value) {
    const Object& object = heap.at(id);
    const bool tuple = object.kind == Object::Kind::kContainer &&
                       object.name == "tuple" && object.of < 0;
    if (is_array(object)) {
      found.whole = true;
    } else if (!tuple) {
      found.others = true;
      found.elsewhere |= holds_arrays(heap, Value(id));
    } else {
      found.tuples = true;
      Value parts;
      for (const auto& [name, values] : object.fields) parts.add(values);
      for (ObjectId part : parts) {
        const bool array = is_array(heap.at(part));
        found.parts |= array;
        found.elsewhere |= !array && holds_arrays(heap, Value(part));
      }
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
    const bool mixed = found.parts && (found.whole || found.others);
    if (found.elsewhere || mixed) return std::nullopt;
    if (found.parts) return GivenArrays::kParts;
    if (!found.whole) return GivenArrays::kNone;
    const bool always = !found.others && !found.tuples;
    return always ? GivenArrays::kAll : GivenArrays::kPerhaps;
  }
  GivenArrays given = GivenArrays::kNone;
  for (const Value& output : outputs) {
    const Found found = find_in(heap, output);
    if (found.elsewhere || found.parts) return std::nullopt;
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
