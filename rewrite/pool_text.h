// SPDX-License-Identifier: Apache-2.0
// The lines that make a pool and hand it the work of all items: what every
// form of rewriting writes around the statement that holds the loop.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rewrite/pool_map.h"
#include "rewrite/executor.h"
#include "rewrite/loop_shape.h"
#include "rewrite/outline.h"
#include "rewrite/pool_source.h"
#include "rewrite/speculation.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

class PoolText {
 public:
  /// `request`, `shape` and `kind` are borrowed. `chunked`: items go in chunks,
  /// and `source` says how many there are, or how many a chunk has. `ahead`:
  /// not a pool, but processes that compute ahead of a loop that may end early.
  /// `bounded`: the pool is not given all items at once.
  PoolText(const Request& request, const LoopShape& shape, const PoolKind& kind,
           PoolSource source, Worker worker, bool chunked, bool ahead = false,
           bool bounded = false);

  /// "pool.map(f, xs, chunksize=chunksize)", "computed_ahead(f, xs)"
  std::string mapped();
  /// What a comprehension iterates over to get `results`: these, or where its
  /// source was taken, a function of its own that gives them and then raises
  /// what the source raised.
  std::string until_failure(const std::string& results);
  /// The statement goes into a `with` or `try`. A generator that nothing but an
  /// expression refers to ends with that, and needs none.
  bool holds(const std::string& results) const {
    return !ahead_ || !results.empty();
  }
  /// Puts the pool around the statement, in which `replaced` is replaced, or
  /// around a loop outside, to stay for all entries. The pool's results are
  /// called `results`, unless that is empty.
  Rewrite around_statement(std::vector<Edit> replaced,
                           const std::string& results);
  /// The same for several statements in a row, behind some `first` lines.
  Rewrite around(ByteRange statements, const std::vector<std::string>& first,
                 std::vector<Edit> replaced, const std::string& results);
  /// Puts the pool in front of the statement, with `expression` assigned to
  /// `name` in it, which then stands in its place.
  Rewrite before_statement(advisor::Node expression, std::vector<Edit> replaced,
                           const std::string& name, const std::string& results);
  /// `call`, which begins at `column`; too long for the line, it is broken
  /// behind its parentheses, the last of which stands at `indent`.
  std::string broken(const std::string& call, std::size_t column,
                     const std::string& indent) const;

  const std::string& pool() const { return pool_; }
  const std::string& indent() const { return indent_; }  ///< of the statement
  const std::string& unit() const { return unit_; }      ///< one step further
  const std::string& newline() const { return newline_; }

 private:
  Rewrite finish(std::vector<Edit> edits);
  Rewrite around_outer(advisor::Node outer, std::vector<Edit> replaced);
  advisor::Node outer_loop() const;
  std::string items(const std::string& indent);
  std::string worker_count(const std::string& indent);
  std::string chunk_size(const std::string& indent) const;
  /// The lines before the pool say how many items a chunk has.
  bool counts() const {
    return kind_.processes && chunked_ && source_.chunk == 0;
  }
  std::string preamble();
  std::string taking(const std::string& indent);
  std::string raised() const;
  std::string raising(const std::string& indent) const;
  std::string giving(const std::string& indent) const;
  std::string tail(const std::string& indent) const;
  void put_behind(std::uint32_t end, std::string text,
                  std::vector<Edit>& replaced, std::vector<Edit>& edits) const;
  std::string with_head(const std::string& results, const std::string& indent);

  const Request& request_;
  const LoopShape& shape_;
  const PoolKind& kind_;
  PoolSource source_;
  Worker worker_;
  bool chunked_ = false;
  bool cancels_ = false;  ///< the pool is ended by shutdown(cancel_futures)
  std::optional<Ahead> ahead_;
  std::optional<PoolMap> map_;  ///< instead of the pool's own
  std::string indent_, unit_, newline_, pool_, workers_, chunksize_;
  /// The function that until_failure() needs, and what it gives; or "".
  std::string giver_, given_;
};

}  // namespace ppp::rewrite
