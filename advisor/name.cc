// SPDX-License-Identifier: Apache-2.0
#include "advisor/name.h"

#include <mutex>
#include <unordered_set>

namespace ppp::advisor {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

using Texts = std::unordered_set<std::string, Hash, std::equal_to<>>;

}  // namespace

Name::Name(std::string_view text) {
  static std::mutex mutex;
  static Texts texts;
  const std::lock_guard lock(mutex);
  auto known = texts.find(text);
  if (known == texts.end()) known = texts.emplace(text).first;
  text_ = &*known;
}

}  // namespace ppp::advisor
