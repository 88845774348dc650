//! What is said of each reason: its code, its sentence, and the data of both.

use super::Reason;
use crate::message::{Coded, Params};

impl Coded for Reason {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyInvited => "already_invited",
            Self::AuthFailed => "auth_failed",
            Self::BatchRejected => "batch_rejected",
            Self::Cancelled => "cancelled",
            Self::CancelledInFlight => "cancelled_in_flight",
            Self::ConnectionLost => "connection_lost",
            Self::Forbidden => "forbidden",
            Self::InFlight => "in_flight",
            Self::Interrupted => "interrupted",
            Self::InterruptedInFlight => "interrupted_in_flight",
            Self::NotInReply => "not_in_reply",
            Self::NotFound => "not_found",
            Self::PlanProblems => "plan_problems",
            Self::RateLimited => "rate_limited",
            Self::Redirected => "redirected",
            Self::RefusedBeforeSending => "refused_before_sending",
            Self::Rejected { .. } => "rejected",
            Self::ServerError { .. } => "server_error",
            Self::Stopped => "stopped",
            Self::TimedOut => "timed_out",
            Self::TooLarge => "too_large",
            Self::Unauthorized => "unauthorized",
            Self::UnreadableReply => "unreadable_reply",
            Self::Waiting => "waiting",
        }
    }

    fn template(&self) -> &'static str {
        match self {
            Self::AlreadyInvited => "already invited or a member",
            Self::AuthFailed => "not sent: the sign-in for the invitations failed",
            Self::BatchRejected => "not sent: the server refused somebody else in the same request",
            Self::Cancelled => "not sent: you cancelled",
            Self::CancelledInFlight => {
                "you cancelled before the server answered, so this may have been sent"
            }
            Self::ConnectionLost => {
                "the connection broke before the server answered, so this may have been sent"
            }
            Self::Forbidden => "you are not allowed to send this invitation",
            Self::InFlight => "on its way, without an answer so far",
            Self::Interrupted => {
                "not sent: sending was interrupted before it was this person's turn"
            }
            Self::InterruptedInFlight => {
                "sending was interrupted before the server answered, so this may have been sent"
            }
            Self::NotInReply => {
                "the server's answer does not mention this person, so this may have been sent"
            }
            Self::NotFound => "the server does not know this kind of request",
            Self::PlanProblems => "not sent: something has to be mended first",
            Self::RateLimited => "not sent: the server asked to wait longer",
            Self::Redirected => "the server sent the request elsewhere, so this may have been sent",
            Self::RefusedBeforeSending => "not sent: your server refused it",
            Self::Rejected { .. } => "the server refused this invitation",
            Self::ServerError { .. } => "the server failed ({status}), so this may have been sent",
            Self::Stopped => "not sent: sending stopped before it was this person's turn",
            Self::TimedOut => "the server did not answer in time, so this may have been sent",
            Self::TooLarge => "the request is too large for the server",
            Self::Unauthorized => "the server did not accept the sign-in",
            Self::UnreadableReply => {
                "the server's answer can't be read, so this may have been sent"
            }
            Self::Waiting => "not sent yet",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Rejected { status } | Self::ServerError { status } => {
                [("status", (*status).into())].into()
            }
            _ => Params::new(),
        }
    }
}
