// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value or an Error. std::expected comes with C++23.

#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace ppp {

/// Why the tool could not do its job.
struct Error {
  enum class Kind {
    kUsage,        ///< the user asked for something impossible (exit 2)
    kEnvironment,  ///< this machine does not allow it (exit 2)
    kTarget,       ///< the user's program failed (exit 4)
    kInternal,     ///< our fault (exit 2)
    kInterrupted,  ///< Ctrl-C (exit 130)
  };
  Kind kind = Kind::kInternal;
  std::string
      what;  ///< "cannot read the memory of pid 4711: permission denied"
  std::string hint;  ///< what to do: "run with CAP_SYS_PTRACE"

  bool operator==(const Error&) const = default;
};

/// Either a T or an Error. Reading the wrong one is a broken invariant.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    PPP_CHECK(ok());
    return std::get<0>(state_);
  }
  const T& value() const& {
    PPP_CHECK(ok());
    return std::get<0>(state_);
  }
  T&& value() && {
    PPP_CHECK(ok());
    return std::get<0>(std::move(state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const {
    PPP_CHECK(!ok());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

/// For functions that only succeed or fail.
struct Done {
  bool operator==(const Done&) const = default;
};
using Status = Result<Done>;

}  // namespace ppp
