import sys

from sqlalchemy import create_engine, text

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
URL = sys.argv[2] if len(sys.argv) > 2 else "sqlite://"
engine = create_engine(URL)


def name_of(uid):
    with engine.connect() as conn:
        return conn.execute(text("select name from users where id = :uid"), {"uid": uid}).first()


print([name_of(uid) for uid in range(size)])
