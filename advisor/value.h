// SPDX-License-Identifier: Apache-2.0
// The set of objects that an expression may give.

#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace ppp::advisor {

using ObjectId = int;

/// A sorted set of objects. Most hold one, which lies in the Value itself; what
/// holds more is shared by copies until one of them grows. Iterators into a
/// copy stay valid whatever is added to the original.
class Value {
 public:
  Value() = default;
  explicit Value(ObjectId id) : one_(id) {}
  /// Of ids in any order.
  explicit Value(std::vector<ObjectId> ids);

  /// True when something was new.
  bool add(ObjectId id);
  bool add(const Value& other);
  bool empty() const { return one_ == kNone && !many_; }
  bool contains(ObjectId id) const;
  bool contains(const Value& other) const;
  const ObjectId* begin() const { return many_ ? many_->data() : &one_; }
  const ObjectId* end() const { return begin() + size(); }
  std::size_t size() const {
    return many_ ? many_->size() : std::size_t{one_ != kNone};
  }
  bool operator==(const Value& other) const;

 private:
  static constexpr ObjectId kNone = -1;

  ObjectId one_ = kNone;  // if there is just one
  std::shared_ptr<std::vector<ObjectId>> many_;
};

}  // namespace ppp::advisor
