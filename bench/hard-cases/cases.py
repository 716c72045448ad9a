"""The ten cases. Each makes an API, and says what happens in it before, during and after the runs."""
import dataclasses
import time

from api import Answer, Api, Row, spelled

DAY = 24 * 3600.0


@dataclasses.dataclass
class Case:
    says: str
    api: Api
    # What changes in the API before run 2 and before run 3; a run more than there are steps.
    steps: list
    # A run that says it is complete must have every row: nothing changes during it.
    still: bool = False
    # What happens shows in no filtered answer: Tidemark runs its reconcile, as its schedule does every week.
    reconcile: bool = False


def filled(api, count):
    """Rows a minute apart, the last a day ago."""
    first = int(time.time() - DAY) - 60 * count
    for id in range(1, count + 1):
        at = first + 60 * id
        api.put(Row(id, spelled(at), at))
    return api


def healthy(api):
    api.disturb = None


def b1gt():
    api = filled(Api(strict=True), 250)

    def two_at_the_boundary(api):
        for id in (251, 252):
            api.put(Row(id, api.rows[250].at, api.rows[250].clock))

    return Case("two records get the boundary's updated_at after run 1; the filter is >", api, [two_at_the_boundary])


def b2null():
    api = filled(Api(), 250)
    for id in (50, 150, 240):
        api.rows[id].at = None

    def one_more(api):
        api.put(Row(251, None, time.time()))

    return Case("3 of 250 records have updated_at null; one more comes afterwards", api, [one_more])


def b3fix():
    api = filled(Api(), 101)
    api.edit(101, int(time.time() + 365 * DAY))
    return Case("a record dated a year ahead is corrected to now", api, [lambda api: api.edit(101, int(time.time()))])


def b4last():
    api = filled(Api(), 300)
    # Its place in the order stays; the time that it shows is two hours ahead of all others.
    api.rows[200].at = spelled(api.rows[300].clock + 2 * 3600)

    def cursor_dies(api, place):
        # For good; a walk that begins anew gets cursors of its own.
        if place["page"] == 3 and place["walk"] == 1:
            return Answer(410, '{"error":"this cursor has expired"}')

    api.disturb = cursor_dies
    return Case("the last record of page 2 is 2 h ahead of all, and the cursor of page 3 has expired (410)", api, [healthy])


def b5null():
    api = filled(Api(), 300)
    # Counted by requests, since a tool may ask for a page by other means than the cursor.
    api.disturb = lambda api, place: "no cursor" if api.requests >= 2 else None
    return Case("page 2 of 3 says has_more true and next_cursor null all through run 1", api, [healthy], still=True)


def b6json():
    api = filled(Api(), 300)
    api.disturb = lambda api, place: Answer(200, '{"error":"the backend did not answer"}') if api.requests >= 2 else None
    return Case('page 2 of 3 is 200 with {"error": …} all through run 1', api, [healthy], still=True)


def b9():
    api = filled(Api(), 3)
    first = int(time.time() - DAY)
    numbers = ["12345678901234567.89", "0.12345678901234567890123", "-0"]
    for id, number in enumerate(numbers, 4):
        api.put(Row(id, spelled(first + id), first + id, amount=number))
    api.put(Row(7, spelled(first + 7), first + 7, before='"id":99,'))
    for id in (12345678901234567890, 12345678901234567891):
        api.put(Row(id, spelled(first + 8), first + 8))
    return Case("two 20-digit ids that differ in the last digit, long decimals, a key that stands twice", api, [healthy])


def b13off():
    api = filled(Api(positions=True), 500)
    edited = []

    def edits(api, place):
        if api.requests == 3 and not edited:
            for id in (50, 450):
                edited.append(id)
                api.edit(id, int(time.time()))

    api.disturb = edits
    return Case("while page 3 of 5 is asked for, a read and an unread record are edited; the opaque cursor is a position", api, [healthy])


def b15back():
    api = filled(Api(), 250)
    kept = {}

    def vanishes(api):
        kept["row"] = api.rows.pop(100)

    def returns(api):
        at = kept["row"].clock - 60
        api.put(dataclasses.replace(kept["row"], at=spelled(at), clock=at, rev=0))

    return Case("a record vanishes; later it is back from a backup, with an older time and text", api, [vanishes, returns], reconcile=True)


def b17east():
    api = Api()

    def put(id, at, clock):
        api.put(Row(id, "2026-05-01T" + at, clock))

    put(1, "10:00:00Z", 1)
    put(2, "12:30:00+02:00", 2)

    def two_more(api):
        put(3, "10:40:00Z", 3)
        put(4, "11:00:00Z", 4)

    return Case("10:00Z and 12:30+02:00 (which is 10:30Z); then 10:40Z and 11:00Z", api, [two_more])


CASES = {
    "B1gt": b1gt,
    "B2null": b2null,
    "B3fix": b3fix,
    "B4last": b4last,
    "B5null": b5null,
    "B6json": b6json,
    "B9": b9,
    "B13off": b13off,
    "B15back": b15back,
    "B17east": b17east,
}
