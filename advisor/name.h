// SPDX-License-Identifier: Apache-2.0
// Names that are compared and copied all the time, as the analysis does.

#pragma once

#include <compare>
#include <concepts>
#include <string>
#include <string_view>

namespace ppp::advisor {

/// A text of which the process keeps one copy for good: copying takes a
/// pointer, and equal names are the same pointer. Making one looks the text up;
/// any thread may. Ordered by the text.
class Name {
 public:
  Name() : Name("") {}
  // NOLINTNEXTLINE(google-explicit-constructor): a name reads like its text
  Name(std::string_view text);
  // NOLINTNEXTLINE(google-explicit-constructor)
  Name(const std::string& text) : Name(std::string_view(text)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Name(const char* text) : Name(std::string_view(text)) {}

  const std::string& text() const { return *text_; }
  // NOLINTNEXTLINE(google-explicit-constructor)
  operator const std::string&() const { return *text_; }
  // NOLINTNEXTLINE(google-explicit-constructor)
  operator std::string_view() const { return *text_; }

  bool operator==(const Name& other) const = default;
  template <typename Text>
  requires(std::convertible_to<const Text&, std::string_view> &&
           !std::same_as<Text, Name>) bool
  operator==(const Text& other) const {
    return *text_ == std::string_view(other);
  }
  std::strong_ordering operator<=>(const Name& other) const {
    return text_ == other.text_ ? std::strong_ordering::equal
                                : *text_ <=> *other.text_;
  }
  friend std::string operator+(const std::string& text, const Name& name) {
    return text + *name.text_;
  }
  friend std::string operator+(const Name& name, const std::string& text) {
    return *name.text_ + text;
  }

 private:
  const std::string* text_;
};

}  // namespace ppp::advisor
