// SPDX-License-Identifier: Apache-2.0
// The set of objects that an expression may give.

#pragma once

#include <cstddef>
#include <vector>

namespace ppp::advisor {

using ObjectId = int;

/// A sorted set of objects.
class Value {
 public:
  Value() = default;
  explicit Value(ObjectId id) : ids_{id} {}
  /// Of ids in any order, none of them twice.
  explicit Value(std::vector<ObjectId> ids);

  /// True when something was new.
  bool add(ObjectId id);
  bool add(const Value& other);
  bool empty() const { return ids_.empty(); }
  bool contains(ObjectId id) const;
  auto begin() const { return ids_.begin(); }
  auto end() const { return ids_.end(); }
  std::size_t size() const { return ids_.size(); }
  bool operator==(const Value&) const = default;

 private:
  std::vector<ObjectId> ids_;
};

}  // namespace ppp::advisor
