"""
A window of WebKitGTK that WebKitWebDriver starts and drives. MiniBrowser, the window that comes with it, can be neither
as narrow as a phone, nor run a script before those of a page, nor print to a file. The argument is the script.
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, JavaScriptCore, WebKit2

view = None


def create_view(session):
    global view
    scripts = WebKit2.UserContentManager()
    scripts.add_script(
        WebKit2.UserScript.new(
            sys.argv[1],
            WebKit2.UserContentInjectedFrames.ALL_FRAMES,
            WebKit2.UserScriptInjectionTime.START,
            None,
            None,
        )
    )
    scripts.register_script_message_handler_with_reply("print", None)
    scripts.connect("script-message-with-reply-received::print", print_page)
    view = WebKit2.WebView(is_controlled_by_automation=True, user_content_manager=scripts)
    window = Gtk.Window()
    window.add(view)
    window.set_default_size(1280, 900)
    window.show_all()
    return view


def print_page(_scripts, path, reply):
    """Writes the page as a PDF to the path that it posts, on A4 with the margins of its style sheet."""
    paper = Gtk.PageSetup()
    paper.set_paper_size(Gtk.PaperSize.new(Gtk.PAPER_NAME_A4))
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(path.to_string(), None))
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(paper)
    operation.connect("finished", lambda _: reply.return_value(JavaScriptCore.Value.new_null(path.get_context())))
    operation.connect("failed", lambda _, error: reply.return_error_message(error.message))
    operation.print_()
    return True


def start_session(_context, session):
    session.connect("create-web-view", create_view)


context = WebKit2.WebContext.get_default()
context.set_automation_allowed(True)
context.connect("automation-started", start_session)
Gtk.main()
