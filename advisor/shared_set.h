// SPDX-License-Identifier: Apache-2.0
// A sorted set that copies share until one of them changes: large sets are
// passed on far more often than they grow.

#pragma once

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace ppp::advisor {

template <typename T>
class SharedSet {
 public:
  using Items = std::vector<T>;

  bool empty() const { return !items_; }
  std::size_t size() const { return items_ ? items_->size() : 0; }
  auto begin() const { return items().begin(); }
  auto end() const { return items().end(); }
  template <typename U>
  bool contains(const U& item) const {
    return std::binary_search(begin(), end(), item, std::less<>());
  }
  /// True when both share their items: then they are surely equal.
  bool same_as(const SharedSet& other) const { return items_ == other.items_; }
  bool operator<(const SharedSet& other) const { return items_ < other.items_; }

  void insert(T item) {
    auto at = std::lower_bound(begin(), end(), item);
    if (at != end() && *at == item) return;
    Items more;
    more.reserve(size() + 1);
    more.insert(more.end(), begin(), at);
    more.push_back(std::move(item));
    more.insert(more.end(), at, end());
    items_ = std::make_shared<const Items>(std::move(more));
  }
  void erase(const T& item) {
    if (!contains(item)) return;
    Items fewer;
    std::copy_if(begin(), end(), std::back_inserter(fewer),
                 [&](const T& other) { return !(other == item); });
    items_ = fewer.empty() ? nullptr
                           : std::make_shared<const Items>(std::move(fewer));
  }
  /// True when something was new.
  bool insert(const SharedSet& other) {
    if (other.empty() || same_as(other)) return false;
    if (empty()) {
      items_ = other.items_;
      return true;
    }
    if (std::includes(begin(), end(), other.begin(), other.end())) return false;
    Items both;
    both.reserve(size() + other.size());
    std::set_union(begin(), end(), other.begin(), other.end(),
                   std::back_inserter(both));
    items_ = both.size() == other.size()
                 ? other.items_
                 : std::make_shared<const Items>(std::move(both));
    return true;
  }
  void clear() { items_.reset(); }

 private:
  const Items& items() const {
    static const Items none;
    return items_ ? *items_ : none;
  }

  std::shared_ptr<const Items> items_;
};

}  // namespace ppp::advisor
