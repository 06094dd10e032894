// SPDX-License-Identifier: Apache-2.0
#include "advisor/value.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ppp::advisor {

Value::Value(std::vector<ObjectId> ids) : ids_(std::move(ids)) {
  std::sort(ids_.begin(), ids_.end());
}

bool Value::add(ObjectId id) {
  auto at = std::lower_bound(ids_.begin(), ids_.end(), id);
  if (at != ids_.end() && *at == id) return false;
  ids_.insert(at, id);
  return true;
}

bool Value::add(const Value& other) {
  if (other.ids_.size() == 1) return add(other.ids_.front());
  if (ids_.empty()) {
    ids_ = other.ids_;
    return !ids_.empty();
  }
  if (std::includes(ids_.begin(), ids_.end(), other.ids_.begin(),
                    other.ids_.end())) {
    return false;
  }
  std::vector<ObjectId> both;
  both.reserve(ids_.size() + other.ids_.size());
  std::set_union(ids_.begin(), ids_.end(), other.ids_.begin(), other.ids_.end(),
                 std::back_inserter(both));
  ids_ = std::move(both);
  return true;
}

bool Value::contains(ObjectId id) const {
  return std::binary_search(ids_.begin(), ids_.end(), id);
}

}  // namespace ppp::advisor
