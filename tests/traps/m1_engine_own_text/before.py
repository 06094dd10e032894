import sys

import sqlalchemy
from sqlalchemy import create_engine

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
engine = create_engine("postgresql://localhost/shop")


def text(words):
    return sqlalchemy.text("insert into log values (1)" if size > 25 else words)


def name_of(uid):
    with engine.connect() as conn:
        return conn.execute(text("select name from users where id = 1")).first()


print([name_of(uid) for uid in range(size)])
