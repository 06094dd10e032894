// SPDX-License-Identifier: Apache-2.0
// Connections to databases: what another one, made in the same way, would have
// to see otherwise.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/isolation.h"
#include "advisor/maker.h"
#include "advisor/once.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// One that `piece` uses and has not made. Borrows all of it.
struct Connection {
  const Trial& trial;
  const Piece& piece;
  const Isolation& isolation;
  const Maker& maker;
  ObjectId id;
};

/// "`conn` belongs to one thread at a time, and " + why.
Reason one_thread_only(const SourceFile& source, const std::string& name,
                       const std::string& why, Node at);

/// A plain text, number, True, False or None.
bool is_constant(Node node);

/// A constant, or a list or dict that holds only such, if anything.
bool plain_value(Node node);

/// To a database in a file, as `call` makes it for the variable `name`: why
/// another connection may see another database, whatever runs in between.
/// Clears the argument of `made` where the program gives it already.
std::optional<Reason> no_plain_file(const Trial& trial, const std::string& name,
                                    Node call, ObjectId id, PerWorker& made);

/// The same, with what runs between it and the loop.
std::optional<Reason> file_conflict(const Connection& connection,
                                    PerWorker& made);

/// To a server: a statement that changes rows, or the end of a transaction, of
/// which other sessions see as much as its own while the loop runs: behind the
/// loop, or before it and committed in between. Of it or one of its cursors.
bool is_settled(const Connection& connection, const Place& place);

/// To a server: the first other statement through it or its cursors that only
/// its own session may see.
std::optional<Reason> own_statement(const Connection& connection);

/// To a server: what the source shows of how another session would differ.
/// `made` holds how it is configured.
std::optional<Reason> session_conflict(const Connection& connection,
                                       const PerWorker& made);

/// The same of one that is made once and elsewhere, which the work gets as
/// `name`. Statements of its own are judged, too.
std::optional<Reason> session_conflict(const Trial& trial,
                                       const std::string& name, ObjectId id,
                                       const Course& course,
                                       const PerWorker& made);

std::vector<ObjectId> itself_and_cursors(const Interpreter& interpreter,
                                         ObjectId connection);

/// It may write to a database, as far as is known.
bool is_database_effect(const Interpreter& interpreter, const Place& place);

/// What lets a program go on after something has failed below `root`.
Node survival_below(Node root);

/// What a `with` enters that is not known to let exceptions pass.
Node unknown_manager(const Interpreter& interpreter, Node with);

/// Where the program itself says how values go to a database and come back, or
/// gets at a connection in a way that no table knows.
std::optional<Reason> own_driver(const Project& project);

}  // namespace ppp::advisor
