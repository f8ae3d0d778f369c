"""The filters of a list of the admin, kept while somebody opens a record of it and comes back.

The session holds the query with which each list was opened last. Whatever then leads back to the list, a redirect after
saving or the way back above a form, leads to that query.
"""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase

SESSION_KEY = "list_queries"
OF_ONE_REQUEST = ("_w_filter_fragment", "export", "next")  # parameters that say how to answer, and not what to list


def query_of_list(request: HttpRequest) -> str:
    """Return the query of a list, without what belongs to one request only."""
    return cleaned(request.GET)


def cleaned(parameters: QueryDict, without: tuple[str, ...] = OF_ONE_REQUEST) -> str:
    """Return parameters as a query, without those that are empty or named in `without`."""
    query = QueryDict(mutable=True)
    for name, values in parameters.lists():
        if name not in without and any(values):
            query.setlist(name, [value for value in values if value])
    return query.urlencode()


def remember(request: HttpRequest, path: str) -> None:
    """Keep the query of a list that is being opened; the session is only saved where it is another one."""
    queries, query = request.session.get(SESSION_KEY, {}), query_of_list(request)
    if queries.get(path, "") != query:
        request.session[SESSION_KEY] = {**queries, path: query}


def with_query(request: HttpRequest, path: str) -> str:
    """Return the address of a list with the query with which it was opened last."""
    query = request.session.get(SESSION_KEY, {}).get(path, "")
    return f"{path}?{query}" if query else path


def lead_back(request: HttpRequest, response: HttpResponseBase, path: str) -> None:
    """Let a redirect to a list, or the links above a form, lead to the list with its query."""
    if response.headers.get("Location") == path:
        response["Location"] = with_query(request, path)
    context: Any = getattr(response, "context_data", None) or {}
    for item in context.get("breadcrumbs_items", []):
        if str(item.get("url")) == path:
            item["url"] = with_query(request, path)
