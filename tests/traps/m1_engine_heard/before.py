import sys

from sqlalchemy import create_engine, event, text

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
engine = create_engine("postgresql://localhost/shop")
asked = []


@event.listens_for(engine, "before_cursor_execute")
def note(conn, cursor, statement, parameters, context, executemany):
    asked.append(parameters)


def name_of(uid):
    with engine.connect() as conn:
        return conn.execute(text("select name from users where id = :uid"), {"uid": uid}).first()


print([name_of(uid) for uid in range(size)], asked)
